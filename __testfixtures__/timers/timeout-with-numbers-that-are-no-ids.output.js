function report(share) {
  chrome.browserAction.setTitle({ title: `at ${share}` });
}

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.alarms.create(`report-${tabId / 4}-${crypto.randomUUID()}`, { delayInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("report-")) {
    const value = parseFloat(alarm.name.slice("report-".length));
    report(value);
  }
  if (alarm.name.startsWith("browserAction-setBadgeText-")) {
    const half = parseFloat(alarm.name.slice("browserAction-setBadgeText-".length));
    chrome.browserAction.setBadgeText({ text: half.toFixed(2) });
  }
});

chrome.tabs.onRemoved.addListener((tabId) => {
  const half = tabId / 8;
  chrome.alarms.create(`browserAction-setBadgeText-${half}-${crypto.randomUUID()}`, { delayInMinutes: 2 });
});
