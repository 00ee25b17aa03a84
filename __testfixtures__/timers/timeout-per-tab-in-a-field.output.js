class Sleeper {
  touch(tabId) {
    chrome.alarms.create(`sleep-${tabId}`, { delayInMinutes: 10 });
  }

  sleep(tabId) {
    chrome.tabs.discard(tabId);
  }
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("sleep-")) {
    const tabId = Number(alarm.name.slice("sleep-".length));
    sleeper.sleep(tabId);
  }
});

const sleeper = new Sleeper();
chrome.tabs.onUpdated.addListener((tabId) => sleeper.touch(tabId));
chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.clear(`sleep-${tabId}`);
});
