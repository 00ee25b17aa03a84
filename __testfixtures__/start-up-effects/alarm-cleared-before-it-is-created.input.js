function schedule(minutes) {
  chrome.alarms.clear("refresh", () => {
    chrome.alarms.create("refresh", { periodInMinutes: minutes });
  });
}

chrome.alarms.onAlarm.addListener(({ name }) => { if (name === "refresh") fetch("https://example.com/"); });
chrome.storage.onChanged.addListener((changes) => schedule(changes.minutes.newValue));
chrome.storage.sync.get({ minutes: 30 }, ({ minutes }) => schedule(minutes));
