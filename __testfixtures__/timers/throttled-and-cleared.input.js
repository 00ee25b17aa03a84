let timer = null;

chrome.tabs.onCreated.addListener(() => {
  if (timer) return;
  timer = setTimeout(() => {
    timer = null;
    chrome.action.setBadgeText({ text: '!' });
  }, 60000);
});
chrome.tabs.onRemoved.addListener(() => {
  clearTimeout(timer);
  timer = null;
});
