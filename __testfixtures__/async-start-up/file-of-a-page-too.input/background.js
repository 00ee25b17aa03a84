chrome.storage.local.get('sites', (items) => {
  sites = items.sites || [];
});
