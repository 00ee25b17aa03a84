let n = 5;
n = 7;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
