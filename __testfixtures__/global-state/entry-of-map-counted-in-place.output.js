const hits = new Map();
const stateRestored = chrome.storage.session.get({ hits: [] }).then((saved) => {
  for (const [key, value] of saved.hits) hits.set(key, value);
}).catch(console.error);
chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  hits.set(tab.id, { count: 0, urls: [] });
  chrome.storage.session.set({ hits: [...hits] });
});
chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await stateRestored;
  if (!hits.has(tabId)) return;
  hits.get(tabId).count++;
  chrome.storage.session.set({ hits: [...hits] });
  if (info.url) {
    hits.get(tabId).urls.push(info.url);
    chrome.storage.session.set({ hits: [...hits] });
  }
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  console.log(JSON.stringify([...hits]));
});
