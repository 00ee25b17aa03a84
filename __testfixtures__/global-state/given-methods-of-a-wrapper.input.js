(function () {
  var app = {};
  app.names = {};
  app.add = function (id, name) {
    this.names[id] = name;
    app.show();
  };
  app.show = function () {
    chrome.browserAction.setBadgeText({ text: String(Object.keys(app.names).length) });
  };

  chrome.tabs.onUpdated.addListener((tabId, info) => {
    if (info.title) app.add(tabId, String(info.title));
  });
  chrome.tabs.onRemoved.addListener((tabId) => {
    delete app.names[tabId];
    app.show();
  });
})();
