chrome.runtime.onMessage.addListener(async ({ snooze }) => {
  const { minutes } = await chrome.storage.sync.get({ minutes: 15 });
  if (!snooze) return;
  chrome.alarms.create('snoozing', { delayInMinutes: Number(minutes) });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'snoozing') chrome.action.setBadgeText({ text: '!' });
});
