function remind() {
  chrome.tabs.create({ url: 'reminder.html' });
}

chrome.windows.onCreated.addListener(function () {
  chrome.alarms.create('remind', { delayInMinutes: 10 });
});

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'remind') remind();
});
