chrome.alarms.create('daily', { periodInMinutes: 1440 });
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'daily') chrome.action.setBadgeText({ text: '1d' });
  if (alarm.name === 'action-setBadgeText') {
    chrome.action.setBadgeText({ text: '' });
  }
});
chrome.alarms.get('action-setBadgeText').then((alarm) => {
  if (!alarm) chrome.alarms.create('action-setBadgeText', { periodInMinutes: 1 });
});
