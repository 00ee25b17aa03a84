let visits = 0;
chrome.storage.sync.get({ visits: 0 }, (items) => {
  visits = items.visits;
});
chrome.tabs.onUpdated.addListener(() => {
  visits++;
  chrome.storage.local.set({ visits });
});
