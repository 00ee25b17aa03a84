var failures = 0;
var closed = 0;
var last = 0;
var stateRestored = chrome.storage.session.get({ last: last }).then(function (saved) {
  last = saved.last;
}).catch(console.error);

chrome.action.onClicked.addListener(function (tab) {
  var port = chrome.runtime.connectNative('com.example.player');
  port.onDisconnect.addListener(function () {
    failures++;
    if (chrome.runtime.lastError) {
      chrome.action.setBadgeText({ text: '!' + failures });
    }
  });
  port.postMessage({ url: tab.url });
});

chrome.commands.onCommand.addListener(function () {
  var port = chrome.runtime.connectNative('com.example.recorder');
  port.onDisconnect.addListener(function () {
    closed++;
    tell(closed);
  });
});

function tell(count) {
  var error = chrome.runtime.lastError;
  chrome.action.setTitle({ title: error ? error.message : 'Closed ' + count + ' times' });
}

chrome.omnibox.onInputEntered.addListener(function (text) {
  var port = chrome.runtime.connectNative('com.example.search');
  port.onDisconnect.addListener(async function () {
    var error = chrome.runtime.lastError;
    await stateRestored;
    last += text.length;
    chrome.storage.session.set({ last: last });
    chrome.action.setBadgeText({ text: (error ? '!' : '') + last });
  });
});
