chrome.alarms.create('daily', { periodInMinutes: 1440 });
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'daily') chrome.action.setBadgeText({ text: '1d' });
});
setInterval(() => {
  chrome.action.setBadgeText({ text: '' });
}, 60000);
