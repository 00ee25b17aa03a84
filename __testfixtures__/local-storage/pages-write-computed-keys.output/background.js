let pageItems = {};
const pageItemsLoaded = chrome.storage.local.get({ pageItems }).then((saved) => {
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

chrome.contextMenus.onClicked.addListener(async (info) => {
  await pageItemsLoaded;
  if (pageItems['label-' + info.menuItemId]) console.log(pageItems['label-' + info.menuItemId]);
});
