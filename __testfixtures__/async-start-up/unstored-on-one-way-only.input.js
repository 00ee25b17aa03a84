let visits = 0;
chrome.storage.local.get({ visits: 0 }, (items) => {
  visits = items.visits;
});
chrome.tabs.onUpdated.addListener((id) => {
  visits++;
  if (id === 1) chrome.storage.local.set({ visits });
});
