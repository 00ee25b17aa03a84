chrome.alarms.clear('reminder');

chrome.runtime.onMessage.addListener(() => {
  chrome.alarms.create('reminder', { delayInMinutes: 10 });
});
chrome.alarms.onAlarm.addListener(() => {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Reminder', message: 'It is time' });
});
