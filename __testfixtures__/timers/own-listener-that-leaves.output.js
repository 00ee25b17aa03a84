var feeds = new Map();

chrome.alarms.create('update', { periodInMinutes: 30 });

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (!alarm || alarm.name !== 'update') return;
  if (navigator.onLine) chrome.runtime.requestUpdateCheck(function () {});
});

chrome.alarms.get('browsingData-removeCache', function (alarm) {
  if (!alarm) chrome.alarms.create('browsingData-removeCache', { periodInMinutes: 60 });
});
chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'browsingData-removeCache') {
    chrome.browsingData.removeCache({});
  }
});
