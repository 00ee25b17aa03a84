const MINUTE = 60 * 1000;

chrome.alarms.get('timer').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer', { periodInMinutes: (10 * MINUTE) / 60000 });
});
chrome.alarms.onAlarm.addListener(async (alarm) => {
  if (alarm.name === 'timer') {
    const { log = [] } = await chrome.storage.local.get('log');
    await chrome.storage.local.set({ log: [...log, 'checked'].slice(-5) });
  }
  if (alarm.name === 'action-setBadgeText') chrome.action.setBadgeText({ text: 'new' });
});
chrome.alarms.get('action-setBadgeText').then((alarm) => {
  if (!alarm) chrome.alarms.create('action-setBadgeText', { periodInMinutes: 0.75 });
});
