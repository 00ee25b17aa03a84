async function look() {
  const { paused, count } = await chrome.storage.local.get({ paused: false, count: 0 });
  if (paused) return;
  await chrome.action.setBadgeText({ text: String(count) });
}

const startLook = () => {
  chrome.alarms.create("look", { periodInMinutes: 1 });
  look();
};
chrome.runtime.onInstalled.addListener(startLook);
chrome.runtime.onStartup.addListener(startLook);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "look") look();
});
