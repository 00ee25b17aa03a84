let storedItems = {};
const storedItemsLoaded = chrome.storage.local.get({ storedItems }).then((saved) => {
  storedItems = saved.storedItems;
});

chrome.runtime.onInstalled.addListener(() => chrome.storage.local.set({ stored: 1 }));
chrome.tabs.onCreated.addListener(async () => {
  await storedItemsLoaded;
  storedItems.mode = storedItems.mode === 'a' ? 'b' : 'a';
  chrome.storage.local.set({ storedItems });
});
