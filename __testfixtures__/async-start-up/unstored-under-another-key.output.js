let visits = 0;
const visitsLoaded = chrome.storage.local.get({ visits: 0 }).then((items) => {
  visits = items.visits;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await visitsLoaded;
  visits++;
  chrome.storage.local.set({ total: visits });
});
