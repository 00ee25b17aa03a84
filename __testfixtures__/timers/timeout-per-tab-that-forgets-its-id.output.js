function schedule(tab) {
  chrome.alarms.create(`tabs-remove-${tab.id}`, { delayInMinutes: 1 });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("tabs-remove-")) {
    const tabId2 = Number(alarm.name.slice("tabs-remove-".length));
    chrome.tabs.remove(tabId2);
  }
});
chrome.tabs.onCreated.addListener((tab) => schedule(tab));
chrome.tabs.onUpdated.addListener((tabId, change, tab) => schedule(tab));
