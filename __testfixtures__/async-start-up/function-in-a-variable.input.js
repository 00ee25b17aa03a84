(function () {
  var settings = {};

  var greet = function (tab) {
    if (settings.greets) {
      show(tab, settings.word);
    }
  };

  var show = function (tab, word) {
    chrome.action.setBadgeText({ tabId: tab.id, text: word });
  };

  chrome.tabs.onCreated.addListener(greet);
  chrome.action.onClicked.addListener(function (tab) {
    if (tab.url) greet(tab);
  });

  chrome.storage.sync.get({ greets: true, word: 'hi' }, function (items) {
    settings = items;
  });
})();
