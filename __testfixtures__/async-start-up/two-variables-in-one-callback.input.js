let settings = {};
let sites = [];
chrome.storage.local.get(['settings', 'sites'], (items) => {
  settings = items.settings || {};
  sites = items.sites || [];
});
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  console.log(settings.a, sites.length);
});
