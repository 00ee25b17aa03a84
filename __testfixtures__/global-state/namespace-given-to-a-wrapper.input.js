window.App = {};

(function (App) {
  App.last = 1;
  chrome.alarms.onAlarm.addListener(() => {
    App.last++;
    chrome.browserAction.setBadgeText({ text: String(App.last) });
  });
})(window.App);
