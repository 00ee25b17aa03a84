chrome.storage.local.get({ count: 0 }, ({ count }) => {
  chrome.browserAction.setBadgeText({ text: String(count) });
});

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'open') chrome.tabs.create({ url: 'list.html' });
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
