const byKey = new Map();
let hits = 0;
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (!tab.url) return;
  if (!byKey.has(tab.url)) byKey.set(tab.url, { url: tab.url, seen: () => id });
  const entry = byKey.get(tab.url);
  hits++;
  entry.count = hits;
  console.log(entry.count);
});
chrome.tabs.onRemoved.addListener((id) => { byKey.clear(); });
