const sleeper = {
  schedule(tab) {
    chrome.alarms.create(`tabs-remove-${tab.id}`, { delayInMinutes: 1 });
  },
};

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("tabs-remove-")) {
    const tabId = Number(alarm.name.slice("tabs-remove-".length));
    chrome.tabs.remove(tabId);
  }
});
chrome.tabs.onCreated.addListener((tab) => sleeper.schedule(tab));
