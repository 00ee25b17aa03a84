chrome.browserAction.setBadgeText({ text: '' });

chrome.storage.local.get('count', ({ count }) => {
  chrome.browserAction.setBadgeText({ text: String(count) });
});

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.browserAction.setBadgeText({ tabId, text: '1' });
});
