chrome.storage.local.get('stats', /* all of them */ (items) => { // once
  // What was counted.
  const stats = items.stats || {};

  // Count loads.
  chrome.tabs.onUpdated.addListener((id) => {
    stats[id] = true;
    chrome.storage.local.set({ stats });
  }); // for good

  // Forget closed tabs.
  chrome.tabs.onRemoved.addListener((id) => {
    delete stats[id];
    chrome.storage.local.set({ stats });
  });

  // More to come.
});
