let status = 'unknown';

function refresh() {
  status = navigator.onLine ? 'on' : 'off';
}

refresh();
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});

chrome.action.onClicked.addListener(() => chrome.action.setTitle({ title: status }));
