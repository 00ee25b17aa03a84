class Sleeper {
  constructor() {
    chrome.tabs.onUpdated.addListener((tabId) => this.touch(tabId));
    chrome.tabs.onRemoved.addListener((tabId) => this.forget(tabId));
  }

  touch(tabId) {
    chrome.alarms.create(`tabs-discard-${tabId}`, { delayInMinutes: 10 });
  }

  forget(tabId) {
    chrome.alarms.clear(`tabs-discard-${tabId}`);
  }
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("tabs-discard-")) {
    const tabId = Number(alarm.name.slice("tabs-discard-".length));
    chrome.tabs.discard(tabId);
  }
});

const sleeper = new Sleeper();
