let blocked: string[] = [];

const blockedLoaded = new Promise<any>((resolve) => chrome.storage.local.get({ blocked: [] as string[] }, resolve)).then((items) => {
  blocked = items.blocked;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, { url }) => {
  await blockedLoaded;
  if (url !== undefined && blocked.includes(url)) chrome.tabs.remove(tabId);
});
