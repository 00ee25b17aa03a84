let timer;
chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  clearTimeout(timer);
  timer = setTimeout(() => chrome.storage.sync.set({ last: tab.url }), 5000);
});
