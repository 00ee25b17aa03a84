chrome.tabs.onRemoved.addListener((tabId) => {
    chrome.alarms.create(`timer-${crypto.randomUUID()}`, { delayInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name.startsWith("timer-")) {
        chrome.storage.local.set({ text: `gone
  since a while` });
    }
});
