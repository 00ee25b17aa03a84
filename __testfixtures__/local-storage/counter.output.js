let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.opened = String(Number(stored.opened) + 1);
  chrome.storage.local.set({ stored });
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedLoaded;
  stored['closed'] = String(stored['closed'] - 1);
  chrome.storage.local.set({ stored });
  console.log(parseInt(stored.opened) + 1);
});
