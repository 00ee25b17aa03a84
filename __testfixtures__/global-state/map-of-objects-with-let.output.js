const byTab = new Map();
const stateRestored = chrome.storage.session.get({ byTab: [] }).then((saved) => {
  for (const [key, value] of saved.byTab) byTab.set(key, value);
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  let entry = byTab.get(tabId);
  if (!entry) {
    entry = { hits: 0, url: '' };
    byTab.set(tabId, entry);
    chrome.storage.session.set({ byTab: [...byTab] });
  }
  entry.hits++;
  chrome.storage.session.set({ byTab: [...byTab] });
  console.log(entry.hits);
});
