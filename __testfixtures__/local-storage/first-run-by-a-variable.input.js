var current = chrome.runtime.getManifest().version;
if (localStorage['version'] != current) {
  localStorage['version'] = current;
  chrome.tabs.create({ url: 'news.html' });
}
chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  sendResponse(localStorage['version']);
});
