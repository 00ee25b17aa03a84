const hits = new Map();
chrome.tabs.onCreated.addListener((tab) => {
  hits.set(tab.id, { count: 0, urls: [] });
});
chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (!hits.has(tabId)) return;
  hits.get(tabId).count++;
  if (info.url) hits.get(tabId).urls.push(info.url);
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  console.log(JSON.stringify([...hits]));
});
