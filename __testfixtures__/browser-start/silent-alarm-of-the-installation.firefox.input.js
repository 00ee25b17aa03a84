browser.runtime.onInstalled.addListener(() => {
  browser.alarms.create('sync', { periodInMinutes: 15 });
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'sync') browser.browserAction.setBadgeText({ text: '!' });
});
