chrome.history.onVisited.addListener(() => {
  chrome.alarms.get('flush').then((alarm) => {
    if (!alarm) chrome.alarms.create('flush', { delayInMinutes: 1 });
  });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'flush') flush();
});

function flush() {
  chrome.action.setBadgeText({ text: 'flushed' });
}
