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

  chrome.tabs.onCreated.addListener(async function (tab) {
    await settingsLoaded;
    greet(tab);
  });
  chrome.action.onClicked.addListener(async function (tab) {
    await settingsLoaded;
    if (tab.url) greet(tab);
  });

  var settingsLoaded = chrome.storage.sync.get({ greets: true, word: 'hi' }).then(function (items) {
    settings = items;
  }).catch(console.error);
})();
