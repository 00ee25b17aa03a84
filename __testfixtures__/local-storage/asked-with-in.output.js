let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  if ('mode' in stored) {
    delete stored.mode;
    chrome.storage.local.set({ stored });
  }
  else {
    stored.mode = 'x';
    chrome.storage.local.set({ stored });
  }
});
