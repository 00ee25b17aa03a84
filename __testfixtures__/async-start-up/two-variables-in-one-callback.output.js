let settings = {};
let sites = [];
const settingsLoaded = chrome.storage.local.get(['settings', 'sites']).then((items) => {
  settings = items.settings || {};
  sites = items.sites || [];
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await settingsLoaded;
  console.log(settings.a, sites.length);
});
