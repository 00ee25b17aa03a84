import times from './times.js';

chrome.tabs.onRemoved.addListener(() => {
  chrome.alarms.create(`action-setBadgeText-${crypto.randomUUID()}`, { delayInMinutes: times.oneMinute() / 60000 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('action-setBadgeText-')) chrome.action.setBadgeText({ text: '' });
  if (alarm.name === 'action-setTitle') chrome.action.setTitle({ title: times.UNITS.size + ' units' });
});

chrome.alarms.get('action-setTitle').then((alarm) => {
  if (!alarm) chrome.alarms.create('action-setTitle', { periodInMinutes: (times.REFRESH * times.oneMinute()) / 60000 });
});
