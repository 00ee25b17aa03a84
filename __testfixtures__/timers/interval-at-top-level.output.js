// Keeps the badge up to date.
function refresh() {
  chrome.storage.local.get({ count: 0 }, ({ count }) => chrome.storage.local.set({ count: count + 1 }));
}

chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 5 });
}); // every five minutes
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    chrome.storage.local.get({ count: 0 }, ({ count }) => sendResponse(count));
    return true;
  }
});
