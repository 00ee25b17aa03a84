let storedItems = {};
const storedItemsLoaded = chrome.storage.local.get({ storedItems }).then((saved) => {
  storedItems = saved.storedItems;
});

const KEY = 'stored';
chrome.tabs.onCreated.addListener(async (tab) => {
  await storedItemsLoaded;
  storedItems.mode = tab.index ? 'a' : 'b';
  chrome.storage.local.set({ storedItems });
  chrome.storage.local.set({ [KEY]: tab.id });
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedItemsLoaded;
  console.log(storedItems.mode);
});
