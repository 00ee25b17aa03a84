async function refresh() {
  await chrome.action.setBadgeText({ text: 'new' }).catch(console.error);
}

chrome.runtime.onInstalled.addListener(refresh);
chrome.runtime.onStartup.addListener(refresh);
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 60 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});
