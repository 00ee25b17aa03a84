const HOURS = 60 * 60 * 1000;

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') chrome.tabs.create({ url: 'welcome.html' });
  chrome.alarms.create('refresh', { periodInMinutes: (2 * HOURS) / 60000 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});

chrome.runtime.onStartup.addListener(() => {
  chrome.alarms.create('refresh', { periodInMinutes: (2 * HOURS) / 60000 });
});

function refresh() {
  fetch('https://example.com/news');
}
