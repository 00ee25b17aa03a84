let count = 0;

chrome.tabs.onCreated.addListener(() => {
  let count = 5;
  count += 1;
  console.log(count);
});
console.log(count);
