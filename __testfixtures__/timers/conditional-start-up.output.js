function check() {
  chrome.action.setBadgeText({ text: '!' });
}

if (localStorage.enabled) {
  chrome.alarms.get('check').then((alarm) => {
    if (!alarm) chrome.alarms.create('check', { periodInMinutes: 1 });
  });
} else {
  chrome.alarms.clear('check');
}
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'check') check();
  if (alarm.name === 'check2') check();
});
chrome.storage.local.get('enabled', ({ enabled }) => {
  if (!enabled) {
    chrome.alarms.clear('check2');
    return;
  }
  chrome.alarms.get('check2').then((alarm) => {
    if (!alarm) chrome.alarms.create('check2', { periodInMinutes: 2 });
  });
});
for (const period of ['day', 'week']) {
  setInterval(() => console.log(period), 180000);
}
