let period = 10;
chrome.runtime.onMessage.addListener((message) => {
  period = message.period;
});
chrome.alarms.create('poll', { periodInMinutes: period });
