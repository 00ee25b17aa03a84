let pageItems = {};
const pageItemsLoaded = chrome.storage.local.get({ pageItems }).then((saved) => {
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

chrome.tabs.onCreated.addListener(async () => {
  await pageItemsLoaded;
  console.log(pageItems.dark === 'true', pageItems.limit, pageItems.count);
});
