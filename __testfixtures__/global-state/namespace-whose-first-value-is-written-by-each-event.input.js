(function (App) {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    App.current = name;
    chrome.browserAction.setBadgeText({ text: App.current });
  });
})(window.App || (window.App = {}));
