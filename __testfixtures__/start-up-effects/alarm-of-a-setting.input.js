chrome.storage.sync.get({ minutes: 30 }, ({ minutes }) => {
  chrome.alarms.create("refresh", { periodInMinutes: minutes });
});
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === "refresh") fetch("https://example.com/");
});
chrome.storage.onChanged.addListener((changes) => {
  if (changes.minutes) chrome.alarms.create("refresh", { periodInMinutes: changes.minutes.newValue });
});
