chrome.tabs.onUpdated.addListener(() => {
  chrome.alarms.create('save', { delayInMinutes: 2 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'save') {
    chrome.action.setBadgeText({ text: 'idle' });
  }
});
chrome.windows.onFocusChanged.addListener(() => {
  chrome.alarms.clear('save');
});
