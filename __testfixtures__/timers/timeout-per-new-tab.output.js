chrome.tabs.onCreated.addListener((tab) => {
  if (tab.url.startsWith('https://a.example/')) return;
  chrome.alarms.create(`closing-${tab.id}`, { delayInMinutes: 5 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('closing-')) {
    const tabId2 = Number(alarm.name.slice('closing-'.length));
    chrome.tabs.remove(tabId2);
  }
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.alarms.clear(`closing-${tabId}`);
});
