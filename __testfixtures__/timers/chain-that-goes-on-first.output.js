async function look() {
  const { paused, count } = await chrome.storage.local.get({ paused: false, count: 0 });
  if (paused) return;
  await chrome.action.setBadgeText({ text: String(count) });
}

chrome.runtime.onInstalled.addListener(look);
chrome.runtime.onStartup.addListener(look);
chrome.alarms.get("look").then((alarm) => {
  if (!alarm) chrome.alarms.create("look", { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "look") look();
});
