var count = 0;
var lastHost;
var paused = false;

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'pause', title: 'Pause', contexts: ['page'] });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message.type === 'page') {
    if (!paused) {
      count++;
      lastHost = message.host;
      chrome.browserAction.setBadgeText({ text: String(count) });
    }
    sendResponse(count);
  } else if (message.type === 'last') {
    sendResponse({ count: count, host: lastHost === undefined ? 'none' : lastHost });
  } else if (message.type === 'version') {
    sendResponse(chrome.runtime.getManifest().version);
  }
});

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId === 'pause') paused = !paused;
});

chrome.browserAction.onClicked.addListener(function () {
  count = 0;
  lastHost = undefined;
  chrome.browserAction.setBadgeText({ text: '' });
});
