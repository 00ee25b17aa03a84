chrome.storage.local.get('sites', (items) => {
  sites = items.sites || [];
});

chrome.tabs.onUpdated.addListener(onUpdated);
