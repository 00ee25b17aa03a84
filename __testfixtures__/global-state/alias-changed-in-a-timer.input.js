const byTab = new Map();
chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  byTab.set(tabId, { hits: 0 });
  const entry = byTab.get(tabId);
  setTimeout(() => {
    entry.hits++;
  }, 100);
});
chrome.tabs.onRemoved.addListener((id) => {
  console.log(byTab.get(id) && byTab.get(id).hits);
});
