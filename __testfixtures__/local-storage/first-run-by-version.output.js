let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

const version = chrome.runtime.getManifest().version;
storedLoaded.then(() => {
  if (stored.version !== version) {
    chrome.tabs.create({ url: 'news.html' });
    stored.version = String(version);
    chrome.storage.local.set({ stored });
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.count = String(Number(stored.count) + 1);
  chrome.storage.local.set({ stored });
});
