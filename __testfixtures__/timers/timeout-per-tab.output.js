const IDLE_MINUTES = 5;

function cancel(tabId) {
  chrome.alarms.clear(`tabs-discard-${tabId}`);
}

chrome.tabs.onUpdated.addListener((tabId) => {
  cancel(tabId);
  chrome.alarms.create(`tabs-discard-${tabId}`, { delayInMinutes: IDLE_MINUTES });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("tabs-discard-")) {
    const tabId = Number(alarm.name.slice("tabs-discard-".length));
    chrome.tabs.discard(tabId);
  }
});
chrome.tabs.onRemoved.addListener((tabId) => cancel(tabId));
