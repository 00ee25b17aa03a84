function warn() {
  chrome.action.setBadgeText({ text: 'old' });
}

chrome.tabs.onCreated.addListener((tab) => {
  chrome.alarms.create(`warn-${tab.id}`, { delayInMinutes: 5 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('warn-')) warn();
});
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  chrome.alarms.create(`warn-${tab.id}`, { delayInMinutes: 5 });
});
