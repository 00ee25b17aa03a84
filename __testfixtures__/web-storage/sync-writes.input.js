chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  remember(tab);
});

function remember(tab) {
  chrome.storage.sync.set({ last: tab.url });
}
