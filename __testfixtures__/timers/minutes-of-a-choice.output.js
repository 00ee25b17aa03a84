chrome.tabs.onUpdated.addListener((tabId, changes, tab) => {
  if (changes.status !== 'complete') return;
  const minutes = tab.pinned ? 30 : 10;
  chrome.alarms.create(`tabs-sendMessage-${tabId}`, { delayInMinutes: minutes });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('tabs-sendMessage-')) {
    const tabId = Number(alarm.name.slice('tabs-sendMessage-'.length));
    chrome.tabs.sendMessage(tabId, { idle: true });
  }
});

chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.clear(`tabs-sendMessage-${tabId}`);
});
