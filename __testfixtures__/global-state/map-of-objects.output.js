const byTab = new Map();
const stateRestored = chrome.storage.session.get({ byTab: [] }).then((saved) => {
  for (const [key, value] of saved.byTab) byTab.set(key, value);
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  if (!byTab.has(tabId)) {
    byTab.set(tabId, { hits: 0 });
    chrome.storage.session.set({ byTab: [...byTab] });
  }
  const entry = byTab.get(tabId);
  entry.hits++;
  chrome.storage.session.set({ byTab: [...byTab] });
  console.log(entry.hits);
});
