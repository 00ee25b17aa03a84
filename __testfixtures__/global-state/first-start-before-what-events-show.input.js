let count = 0;

function refresh() {
  count++;
  chrome.browserAction.setBadgeText({ text: String(count) });
}

refresh();
chrome.tabs.onCreated.addListener(refresh);

chrome.runtime.onInstalled.addListener(() => {
  chrome.browserAction.setBadgeText({ text: 'NEW' });
});

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'clear') chrome.browserAction.setBadgeText({ text: '' });
});
