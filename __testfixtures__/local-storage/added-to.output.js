let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await storedLoaded;
  stored.count = String(stored.count + 1);
  stored.log = stored.log + ('x' + tab.id);
  chrome.storage.local.set({ stored });
  stored.size = String(stored.size * (tab.width || 1));
  chrome.storage.local.set({ stored });
  stored.left = String(stored.left - (tab.index + 1));
  chrome.storage.local.set({ stored });
});
