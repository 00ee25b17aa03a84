var names = [];

function init(done) {
  library.whenReady(done);
}

var startListening;
var listening = new Promise(function (resolve) {
  startListening = resolve;
});

chrome.storage.local.get('names', function (items) {
  try {
    names = items.names.slice();
    startListening();
  } catch (error) {
    names = [];
    chrome.browserAction.setBadgeText({ text: '!' });
  }
});

chrome.tabs.onCreated.addListener(async function (tab) {
  await listening;
  chrome.storage.local.set({ last: tab.url, names: names });
});
