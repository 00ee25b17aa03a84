var settings = {};

// The settings of the user.
function load(callback) {
  return chrome.storage.local.get({ color: 'red' }).then(function (items) {
    settings = items;
    if (callback) callback(items);
  });
}

var settingsLoaded = load(init).catch(console.error);

function init() {}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  settingsLoaded.then(function () {
    sendResponse(settings[message.key]);
  });
  return true;
});

function ask(key, next) {
  return chrome.storage.sync.get(key).then(next);
}

var answer;
var answerLoaded = ask('greeting', function (found) {
  answer = found;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async function (tab) {
  await answerLoaded;
  chrome.tabs.sendMessage(tab.id, answer.greeting);
});
