let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  const key = 'title-' + id;
  await storedLoaded;
  if (stored[key] !== tab.title) {
    stored[key] = String(tab.title);
    chrome.storage.local.set({ stored });
    stored[`${key}-time`] = String(Date.now());
    chrome.storage.local.set({ stored });
  }
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await storedLoaded;
  delete stored['title-' + id];
  chrome.storage.local.set({ stored });
});
