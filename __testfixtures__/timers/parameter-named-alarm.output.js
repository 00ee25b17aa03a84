const alarm = 'beep';

chrome.alarms.get('timer').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((firedAlarm) => {
  if (firedAlarm.name === 'timer') chrome.storage.local.set({ alarm });
});
