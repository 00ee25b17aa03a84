var kept = {};

kept.read = function (name, callback) {
  chrome.storage.sync.get(name, function (items) {
    if (callback) callback(items[name]);
  });
};

var paused = false;

kept.read('paused', function (value) {
  paused = value;
});

chrome.commands.onCommand.addListener(function () {
  paused = !paused;
});

chrome.webNavigation.onCompleted.addListener(function (details) {
  if (!paused) chrome.tabs.sendMessage(details.tabId, 'look');
});
