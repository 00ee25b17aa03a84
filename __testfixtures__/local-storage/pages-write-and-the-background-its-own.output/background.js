let stored = {};
let pageItems = {};
const storedLoaded = chrome.storage.local.get({ stored, pageItems }).then((saved) => {
  stored = saved.stored;
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.opened = String(Number(stored.opened || 0) + 1);
  chrome.storage.local.set({ stored });
  if (pageItems.mode === 'dark') console.log(stored.opened);
});
