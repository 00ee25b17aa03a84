window.App = window.App || {};

(function (App, $, doc) {
  App.color = '#333';
  App.limit = 10;
  App.show = function (text) {
    chrome.browserAction.setBadgeBackgroundColor({ color: App.color });
    chrome.browserAction.setBadgeText({ text: text.slice(0, App.limit) });
  };
  App.cache = null;
  chrome.alarms.onAlarm.addListener(({ name }) => {
    App.cache = name;
    doc.title = App.cache;
    App.show(App.cache);
  });
})(window.App, window.jQuery, document);
