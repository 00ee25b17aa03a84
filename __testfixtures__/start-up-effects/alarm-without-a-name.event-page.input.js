chrome.alarms.create({ periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener(function () {
  chrome.browserAction.setBadgeText({ text: '!' });
});
