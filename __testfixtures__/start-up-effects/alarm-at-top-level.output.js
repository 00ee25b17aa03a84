chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 30 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') chrome.action.setBadgeText({ text: 'new' });
});
chrome.tabs.onCreated.addListener(() => {
  chrome.action.setBadgeText({ text: '' });
});
