chrome.tabs.onRemoved.addListener((tabId) => {
    setTimeout(() => {
        chrome.storage.local.set({ text: `gone
  since a while` });
    }, 60000);
});
