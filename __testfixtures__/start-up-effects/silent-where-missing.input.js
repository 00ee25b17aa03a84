chrome.storage.local.get('count', (items) => {
  if (items.count === undefined) chrome.storage.local.set({ count: 0 });
});
chrome.alarms.get('refresh', (alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 30 });
});
