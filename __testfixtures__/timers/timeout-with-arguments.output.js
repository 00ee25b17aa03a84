function remind(tabId, windowId, how) {
  chrome.tabs.query({ windowId, active: true }, () => chrome.action.setBadgeText({ tabId, text: how }));
}

function close(tabId) {
  chrome.tabs.remove(tabId);
}

chrome.tabs.onCreated.addListener((tab) => {
  chrome.alarms.create(`close-${tab.id}-${crypto.randomUUID()}`, { delayInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('close-')) {
    const tabId = parseInt(alarm.name.slice('close-'.length), 10);
    close(tabId);
  }
  if (alarm.name.startsWith('close2-')) {
    const tabId = parseInt(alarm.name.slice('close2-'.length), 10);
    close(tabId);
  }
  if (alarm.name.startsWith('remind-')) {
    const [tabId, windowId] = alarm.name.slice('remind-'.length).split(':').map(Number);
    remind(tabId, windowId, 'long');
  }
});

chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.create(`close2-${tabId}-${crypto.randomUUID()}`, { delayInMinutes: 1.5 });
});

chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  chrome.alarms.create(`remind-${tabId}:${windowId}:${crypto.randomUUID()}`, { delayInMinutes: 5 });
});
