chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') chrome.tabs.create({ url: 'welcome.html' });
  chrome.storage.local.set({ count: 0 });
  chrome.alarms.create('refresh', { periodInMinutes: 30 });
});
