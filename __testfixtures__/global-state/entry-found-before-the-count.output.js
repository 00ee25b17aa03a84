const byKey = new Map();
let hits = 0;
const stateRestored = chrome.storage.session.get({ hits }).then((saved) => {
  hits = saved.hits;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  if (!tab.url) return;
  await stateRestored;
  if (!byKey.has(tab.url)) byKey.set(tab.url, { url: tab.url, seen: () => id });
  const entry = byKey.get(tab.url);
  hits++;
  chrome.storage.session.set({ hits });
  entry.count = hits;
  console.log(entry.count);
});
chrome.tabs.onRemoved.addListener((id) => { byKey.clear(); });
