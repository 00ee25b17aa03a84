let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await storedLoaded;
  if (tab.active) {
    stored.active = String(tab.id);
    chrome.storage.local.set({ stored });
  }
  else {
    delete stored.active;
    chrome.storage.local.set({ stored });
  }
  for (const part of tab.url.split('/')) stored.part = String(part);
  chrome.storage.local.set({ stored });
});
