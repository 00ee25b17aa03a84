chrome.alarms.clear('refresh', () => {
  chrome.alarms.create('refresh', { periodInMinutes: 5 });
});
const done = chrome.alarms.create({ periodInMinutes: 5 });
