let stored = {};
let pageItems = {};
const storedLoaded = chrome.storage.local.get({ stored, pageItems }).then((saved) => {
  stored = saved.stored;
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await storedLoaded;
  stored.last = String(tab.id);
  chrome.storage.local.set({ stored });
  if (!('muted' in pageItems)) chrome.tabs.create({ url: `sound.html?${stored.last}` });
});
