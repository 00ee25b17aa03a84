var names = [];

function init(done) {
  library.whenReady(done);
}

chrome.storage.local.get('names', function (items) {
  try {
    names = items.names.slice();
    chrome.tabs.onCreated.addListener(function (tab) {
      chrome.storage.local.set({ last: tab.url, names: names });
    });
  } catch (error) {
    names = [];
    chrome.browserAction.setBadgeText({ text: '!' });
  }
});
