let n = 5;
chrome.runtime.onInstalled.addListener(() => {
  n = 0;
});
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
