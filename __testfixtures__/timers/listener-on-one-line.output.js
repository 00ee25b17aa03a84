chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'complete') chrome.alarms.create(`tabs-discard-${tabId}-${crypto.randomUUID()}`, { delayInMinutes: 10 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('tabs-discard-')) {
    const tabId = parseInt(alarm.name.slice('tabs-discard-'.length), 10);
    chrome.tabs.discard(tabId);
  }
});
chrome.alarms.onAlarm.addListener((alarm) => { if (alarm.name === 'daily') chrome.tabs.create({ url: 'day.html' }); });
