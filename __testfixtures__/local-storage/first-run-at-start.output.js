let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

storedLoaded.then(() => {
  if (!stored.isInitialized) {
    stored.frequency = '1';
    stored.isInitialized = 'true';
    chrome.storage.local.set({ stored });
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.mode = stored.mode === 'a' ? 'b' : 'a';
  chrome.storage.local.set({ stored });
});
