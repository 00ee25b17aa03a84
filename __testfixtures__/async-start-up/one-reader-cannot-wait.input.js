let site = '';
let options = {};
chrome.storage.local.get(['site', 'options'], (items) => {
  site = items.site;
  options = items.options || {};
});
chrome.action.onClicked.addListener(() => {
  chrome.permissions.request({ origins: [site] });
});
chrome.tabs.onUpdated.addListener((id) => {
  if (options.log) console.log(id, site);
});
