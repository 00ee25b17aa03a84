let n = 0;
chrome.tabs.onUpdated.addListener(() => {
  setTimeout(() => {
    n++;
    chrome.action.setBadgeText({ text: String(n) });
  }, 500);
});
chrome.tabs.onRemoved.addListener(() => {
  setTimeout(function () { n = 0 }, 100)
});
