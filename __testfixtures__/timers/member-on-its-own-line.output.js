const state = { muted: false };

chrome.commands.onCommand.addListener(async () => {
  const { minutes } = await chrome.storage.local.get('minutes');
  chrome.alarms.create(`action-setBadgeText-${crypto.randomUUID()}`, { delayInMinutes: Number(minutes) });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('action-setBadgeText-')) chrome.action.setBadgeText({ text: '' });
});
