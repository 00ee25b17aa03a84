let localItems = {};
const localItemsLoaded = chrome.storage.local.get({ localItems }).then((saved) => {
  localItems = saved.localItems;
});

const stored = ['a', 'b'];
chrome.tabs.onCreated.addListener(async (storedItems) => {
  await localItemsLoaded;
  localItems.mode = String(stored[0] + storedItems.id);
  chrome.storage.local.set({ localItems });
});
chrome.tabs.onRemoved.addListener(async () => {
  await localItemsLoaded;
  console.log(localItems.mode);
});
