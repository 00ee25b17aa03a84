let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

function next(count) {
  return Number(count || 0) + 1;
}
chrome.tabs.onCreated.addListener(async (tab) => {
  const { title } = await chrome.tabs.get(tab.id);
  await storedLoaded;
  stored.title = String(title);
  chrome.storage.local.set({ stored });
  stored.count = String(next(stored.count));
  chrome.storage.local.set({ stored });
});
chrome.tabs.onRemoved.addListener(async () => {
  await storedLoaded;
  stored = {};
  chrome.storage.local.set({ stored });
});
