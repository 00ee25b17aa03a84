const timers = {};

chrome.tabs.onUpdated.addListener((tabId, changes, tab) => {
  if (changes.status !== 'complete') return;
  const minutes = tab.pinned ? 30 : 10;
  clearTimeout(timers[tabId]);
  timers[tabId] = setTimeout(() => {
    delete timers[tabId];
    chrome.tabs.sendMessage(tabId, { idle: true });
  }, minutes * 60 * 1000);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(timers[tabId]);
  delete timers[tabId];
});
