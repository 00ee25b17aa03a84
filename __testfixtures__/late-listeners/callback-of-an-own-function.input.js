var settings = {};

// The settings of the user.
function load(callback) {
  chrome.storage.local.get({ color: 'red' }, function (items) {
    settings = items;
    if (callback) callback(items);
  });
}

load(init);

function init() {
  chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
    sendResponse(settings[message.key]);
  });
}

function ask(key, next) {
  chrome.storage.sync.get(key, next);
}

ask('greeting', function (answer) {
  chrome.tabs.onCreated.addListener(function (tab) {
    chrome.tabs.sendMessage(tab.id, answer.greeting);
  });
});
