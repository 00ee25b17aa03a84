let site = '';
let options = {};
const settingsLoaded = chrome.storage.local.get(['site', 'options']).then((items) => {
  site = items.site;
  options = items.options || {};
}).catch(console.error);
chrome.action.onClicked.addListener(() => {
  chrome.permissions.request({ origins: [site] });
});
chrome.tabs.onUpdated.addListener(async (id) => {
  await settingsLoaded;
  if (options.log) console.log(id, site);
});
