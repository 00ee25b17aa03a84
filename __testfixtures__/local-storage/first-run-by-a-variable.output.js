var stored = {};
var storedLoaded = chrome.storage.local.get({ stored: stored }).then(function (saved) {
  stored = saved.stored;
});

var current = chrome.runtime.getManifest().version;
storedLoaded.then(function () {
  if (stored['version'] != current) {
    stored['version'] = String(current);
    chrome.storage.local.set({ stored: stored });
    chrome.tabs.create({ url: 'news.html' });
  }
});
chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  storedLoaded.then(function () {
    sendResponse(stored['version']);
  });
  return true;
});
