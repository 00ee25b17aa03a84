chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name !== 'refresh') return;
  chrome.action.setBadgeText({ text: 'own' });
});
setInterval(refresh, 60000);

function refresh() {
  chrome.action.setBadgeText({ text: 'new' });
}
