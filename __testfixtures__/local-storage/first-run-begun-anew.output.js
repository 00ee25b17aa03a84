let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

storedLoaded.then(() => {
  if (stored.format !== '2') {
    delete stored.format;
    stored.count = '0';
    stored.format = '2';
    chrome.storage.local.set({ stored });
    console.log('new format');
  }
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedLoaded;
  stored.count = String(Number(stored.count ?? null) + 1);
  chrome.storage.local.set({ stored });
  console.log(stored.count ?? null);
});
