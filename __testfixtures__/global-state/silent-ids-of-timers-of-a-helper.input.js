let alarm = null;
const reminders = {};

function start(minutes) {
  if (minutes < 1) return null;
  return setTimeout(() => chrome.tabs.create({ url: 'alarm.html' }), minutes * 60_000);
}

chrome.browserAction.onClicked.addListener((tab) => {
  if (alarm) clearTimeout(alarm);
  alarm = start(5);
  reminders[tab.id] = setTimeout(() => chrome.tabs.remove(tab.id), 60_000);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(reminders[tabId]);
  delete reminders[tabId];
});
