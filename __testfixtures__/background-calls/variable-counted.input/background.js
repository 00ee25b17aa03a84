var count = 0;
chrome.tabs.onCreated.addListener(() => {
  count++;
});
