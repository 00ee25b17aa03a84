chrome.storage.sync.get({ minutes: 5 }, ({ minutes }) => {
  chrome.alarms.create('refresh', { periodInMinutes: minutes });
});

let period = 10;
chrome.runtime.onMessage.addListener((message) => {
  period = message.period;
});
chrome.alarms.create('poll', { periodInMinutes: period });
