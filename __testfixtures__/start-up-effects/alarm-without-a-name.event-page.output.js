chrome.alarms.get(function (alarm) {
  if (!alarm) chrome.alarms.create({ periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener(function () {
  chrome.browserAction.setBadgeText({ text: '!' });
});
