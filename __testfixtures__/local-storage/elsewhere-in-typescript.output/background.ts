let stored: Record<string, any> = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved: Record<string, any>) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async (tab: chrome.tabs.Tab): Promise<void> => {
  await storedLoaded;
  stored.last = String(tab.id);
  chrome.storage.local.set({ stored });
  console.log((stored.last ?? null) as string);
});
