let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.opened = String(Number(stored.opened || 0) + 1);
  chrome.storage.local.set({ stored });
  chrome.browserAction.setBadgeText({ text: stored.opened });
});
