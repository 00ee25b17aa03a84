(function () {
  var settings = {};

  var greet = function (tab) {
    chrome.action.setBadgeText({ tabId: tab.id, text: settings.word });
  };

  chrome.runtime.onMessage.addListener(function (message) {
    if (message === 'quiet') greet = function () {};
  });

  chrome.tabs.onActivated.addListener(function (info) {
    chrome.tabs.get(info.tabId, greet);
  });

  chrome.storage.sync.get({ word: 'hi' }, function (items) {
    settings = items;
  });
})();
