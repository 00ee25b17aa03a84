const poll = () => {
  chrome.storage.local.get({ polls: 0 }, ({ polls }) => chrome.storage.local.set({ polls: polls + 1 }));
};

chrome.alarms.get("poll", (alarm) => {
  if (!alarm) chrome.alarms.create("poll", { periodInMinutes: 1.5 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "poll") poll();
});
