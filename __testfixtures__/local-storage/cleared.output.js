let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.count = stored.count + 'i';
  chrome.storage.local.set({ stored });
});
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'clear') {
    storedLoaded.then(() => {
      stored = {};
      chrome.storage.local.set({ stored });
    });
  }
});
