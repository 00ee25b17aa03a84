const byTab = new Map();
chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  let entry = byTab.get(tabId);
  if (!entry) {
    entry = { hits: 0, url: '' };
    byTab.set(tabId, entry);
  }
  entry.hits++;
  console.log(entry.hits);
});
