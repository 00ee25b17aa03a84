let synced = false;

chrome.storage.local.get(['sync'], (items) => {
  synced = items.sync;
});

chrome.storage.onChanged.addListener((changes) => {
  if (changes.sync) {
    const before = synced;
    const after = changes.sync.newValue;
    synced = after;
    if (!before && after) chrome.storage.sync.set({ lists: [] });
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(synced);
});
