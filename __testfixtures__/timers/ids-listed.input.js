const timers = {};

chrome.tabs.onUpdated.addListener((tabId) => {
  clearTimeout(timers[tabId]);
  timers[tabId] = setTimeout(() => chrome.tabs.discard(tabId), 60000);
});
chrome.windows.onRemoved.addListener(() => Object.values(timers).forEach(clearTimeout));
