var feeds = new Map();

chrome.alarms.create('update', { periodInMinutes: 30 });

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (!alarm || alarm.name !== 'update') return;
  if (navigator.onLine) chrome.runtime.requestUpdateCheck(function () {});
});

setInterval(function () {
  chrome.browsingData.removeCache({});
}, 3600000);
