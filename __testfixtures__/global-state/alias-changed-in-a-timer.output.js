const byTab = new Map();
const stateRestored = chrome.storage.session.get({ byTab: [] }).then((saved) => {
  for (const [key, value] of saved.byTab) byTab.set(key, value);
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  byTab.set(tabId, { hits: 0 });
  chrome.storage.session.set({ byTab: [...byTab] });
  const entry = byTab.get(tabId);
  setTimeout(() => {
    entry.hits++;
    chrome.storage.session.set({ byTab: [...byTab] });
  }, 100);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  console.log(byTab.get(id) && byTab.get(id).hits);
});
