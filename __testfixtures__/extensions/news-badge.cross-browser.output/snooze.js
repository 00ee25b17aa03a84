function snooze() {
  chrome.action.setTitle({ title: 'Snoozing' });
  chrome.alarms.create('snoozing', { delayInMinutes: (30 * MINUTE) / 60000 });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'snoozing') {
    awake();
  }
});

function awake() {
  chrome.action.setTitle({ title: 'News' });
}
