chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'complete') setTimeout(() => chrome.tabs.discard(tabId), 600000);
});
chrome.alarms.onAlarm.addListener((alarm) => { if (alarm.name === 'daily') chrome.tabs.create({ url: 'day.html' }); });
