(function () {
  var app = {};
  app.names = {};
  const stateRestored = chrome.storage.session.get({ names: app.names }).then((saved) => {
    app.names = saved.names;
  }).catch(console.error);
  app.add = function (id, name) {
    this.names[id] = name;
    chrome.storage.session.set({ names: this.names });
    app.show();
  };
  app.show = function () {
    chrome.browserAction.setBadgeText({ text: String(Object.keys(app.names).length) });
  };

  chrome.tabs.onUpdated.addListener(async (tabId, info) => {
    await stateRestored;
    if (info.title) app.add(tabId, String(info.title));
  });
  chrome.tabs.onRemoved.addListener(async (tabId) => {
    await stateRestored;
    delete app.names[tabId];
    chrome.storage.session.set({ names: app.names });
    app.show();
  });
})();
