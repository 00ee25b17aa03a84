let visits = 0;
chrome.storage.local.get({ visits: 0 }, (items) => {
  visits = items.visits;
});
chrome.tabs.onUpdated.addListener(() => {
  visits++;
  chrome.storage.local.set({ total: visits });
});
