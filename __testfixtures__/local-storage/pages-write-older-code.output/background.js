var pageItems = {};
var pageItemsLoaded = chrome.storage.local.get({ pageItems: pageItems }).then(function(saved) {
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener(function(changes, area) {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

function isMuted(url) {
  return pageItems['muted-sites'] && pageItems['muted-sites'].indexOf(url) != -1;
}

chrome.tabs.onUpdated.addListener(async function(tabId, change) {
  await pageItemsLoaded;
  if (change.url && isMuted(change.url)) {
    chrome.tabs.update(tabId, { muted: true });
  }
  console.log(pageItems['muted-sites']);
});
