let settings = {};
let sites = [];
const settingsLoaded = chrome.storage.local.get('settings').then((items) => {
  settings = items.settings || {};
  return chrome.storage.local.get('sites').then((more) => {
    sites = more.sites || [];
  });
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await settingsLoaded;
  console.log(settings.a, sites.length);
});
