const timers = {};
const waiting = new Map();

chrome.tabs.onUpdated.addListener((tabId) => {
  clearTimeout(timers[tabId]);
  timers[tabId] = setTimeout(() => chrome.browserAction.setBadgeText({ tabId, text: 'new' }), 500);
  clearTimeout(waiting.get(tabId));
  waiting.set(tabId, setTimeout(() => chrome.browserAction.setBadgeText({ tabId, text: '' }), 1500));
});
