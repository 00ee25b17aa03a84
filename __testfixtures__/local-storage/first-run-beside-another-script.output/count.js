chrome.runtime.onMessage.addListener((message) => {
  storedLoaded.then(() => {
    stored.count = String(Number(stored.count) + 1);
    chrome.storage.local.set({ stored: stored });
  });
});
