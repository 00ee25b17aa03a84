if (Settings.polling) {
  chrome.alarms.get('poll', function(alarm) {
    if (!alarm) chrome.alarms.create('poll', { periodInMinutes: 1 });
  });
} else {
  chrome.alarms.clear('poll');
}
chrome.alarms.onAlarm.addListener(function(alarm) {
  if (alarm.name === 'poll') poll();
  if (alarm.name === 'poll2') poll();
});
if (window.Enabled) {
  chrome.alarms.get('poll2', function(alarm) {
    if (!alarm) chrome.alarms.create('poll2', { periodInMinutes: 1.5 });
  });
} else {
  chrome.alarms.clear('poll2');
}
if (navigator.onLine) setInterval(poll, 120000);

function poll() {
  chrome.browserAction.setBadgeText({ text: '!' });
}
