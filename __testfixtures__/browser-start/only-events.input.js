chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeText({ text: '1', tabId });
  fetch('https://example.org/');
});
chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: 'welcome.html' }));
let count = 0;
chrome.storage.local.get('count', (found) => (count = found.count));
