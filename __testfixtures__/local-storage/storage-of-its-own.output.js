let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(() => {
  chrome.storage.local.get({ options: {} }, async ({ options }) => {
    await storedLoaded;
    if (options.on) {
      stored.last = String(Date.now());
      chrome.storage.local.set({ stored });
    }
  });
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedLoaded;
  console.log(stored.last);
});
