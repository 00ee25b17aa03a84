let site = '';
chrome.storage.local.get('site', (items) => { site = items.site; });
chrome.action.onClicked.addListener(() => {
  chrome.permissions.request({ origins: [site] });
});
