let stats;
const statsLoaded = chrome.storage.local.get('stats').then(/* all of them */ (items) => { // once
  // What was counted.
  stats = items.stats || {};

  // More to come.
}).catch(console.error);

// Count loads.
chrome.tabs.onUpdated.addListener(async (id) => {
  await statsLoaded;
  stats[id] = true;
  chrome.storage.local.set({ stats });
}); // for good

// Forget closed tabs.
chrome.tabs.onRemoved.addListener(async (id) => {
  await statsLoaded;
  delete stats[id];
  chrome.storage.local.set({ stats });
});
