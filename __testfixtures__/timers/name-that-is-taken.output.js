chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name !== 'refresh') return;
  chrome.action.setBadgeText({ text: 'own' });
});
chrome.alarms.get('refresh2').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh2', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh2') refresh();
});

function refresh() {
  chrome.action.setBadgeText({ text: 'new' });
}
