var count = 0;
var lastHost;
var paused = false;
var stateRestored = chrome.storage.session.get({ count: count, lastHost: { value: lastHost }, paused: paused }).then(function (saved) {
  count = saved.count;
  lastHost = saved.lastHost.value;
  paused = saved.paused;
}).catch(console.error);

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'pause', title: 'Pause', contexts: ['page'] });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message.type === 'page') {
    stateRestored.then(function () {
      if (!paused) {
        count++;
        lastHost = message.host;
        chrome.storage.session.set({ count: count, lastHost: { value: lastHost } });
        chrome.action.setBadgeText({ text: String(count) });
      }
      sendResponse(count);
    });
    return true;
  } else if (message.type === 'last') {
    stateRestored.then(function () {
      sendResponse({ count: count, host: lastHost === undefined ? 'none' : lastHost });
    });
    return true;
  } else if (message.type === 'version') {
    sendResponse(chrome.runtime.getManifest().version);
  }
});

chrome.contextMenus.onClicked.addListener(async function (info) {
  await stateRestored;
  if (info.menuItemId === 'pause') {
    paused = !paused;
    chrome.storage.session.set({ paused: paused });
  }
});

chrome.action.onClicked.addListener(async function () {
  await stateRestored;
  count = 0;
  lastHost = undefined;
  chrome.storage.session.set({ count: count, lastHost: { value: lastHost } });
  chrome.action.setBadgeText({ text: '' });
});
