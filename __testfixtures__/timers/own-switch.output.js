chrome.alarms.onAlarm.addListener(({ name }) => {
  switch (name) {
    case 'sync':
      chrome.action.setBadgeText({ text: 's' });
      break;
  }
});
chrome.alarms.get('sync2').then((alarm) => {
  if (!alarm) chrome.alarms.create('sync2', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'sync2') sync();
});

function sync() {
  chrome.action.setBadgeText({ text: 'x' });
}
