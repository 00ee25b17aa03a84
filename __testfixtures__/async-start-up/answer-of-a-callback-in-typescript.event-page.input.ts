let blocked: string[] = [];

chrome.storage.local.get({ blocked: [] as string[] }, (items) => {
  blocked = items.blocked;
});

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (url !== undefined && blocked.includes(url)) chrome.tabs.remove(tabId);
});
