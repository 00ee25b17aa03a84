const byTab = new Map();
chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  if (!byTab.has(tabId)) byTab.set(tabId, { hits: 0 });
  const entry = byTab.get(tabId);
  entry.hits++;
  console.log(entry.hits);
});
