chrome.runtime.onInstalled.addListener(remind);

function remind() {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Break', message: 'Look away' });
}

remind();
chrome.alarms.get('remind', function(alarm) {
  if (!alarm) chrome.alarms.create('remind', { periodInMinutes: 20 });
});
chrome.alarms.onAlarm.addListener(function(alarm) {
  if (alarm.name === 'remind') remind();
});
