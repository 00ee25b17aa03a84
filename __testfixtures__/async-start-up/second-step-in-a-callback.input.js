let settings = {};
let sites = [];
chrome.storage.local.get('settings', (items) => {
  settings = items.settings || {};
  chrome.storage.local.get('sites', (more) => {
    sites = more.sites || [];
  });
});
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  console.log(settings.a, sites.length);
});
