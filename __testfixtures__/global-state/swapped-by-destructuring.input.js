let a = 1;
let b = 2;
chrome.tabs.onCreated.addListener(() => {
  [a, b] = [b, a];
  console.log(a, b);
});
