let visits = 0;
const visitsLoaded = chrome.storage.local.get({ visits: 0 }).then((items) => {
  visits = items.visits;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await visitsLoaded;
  visits++;
  if (id === 1) chrome.storage.local.set({ visits });
});
