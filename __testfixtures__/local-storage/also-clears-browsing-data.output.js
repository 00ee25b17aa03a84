let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.browserAction.onClicked.addListener(async () => {
  await storedLoaded;
  stored.cleared = String(Date.now());
  chrome.storage.local.set({ stored });
  chrome.browsingData.remove({ since: 0 }, { localStorage: true });
});
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  console.log(stored.cleared);
});
