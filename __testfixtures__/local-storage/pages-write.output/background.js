let pageItems = {};
const pageItemsLoaded = chrome.storage.local.get({ pageItems }).then((saved) => {
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await pageItemsLoaded;
  const limit = Number(pageItems.limit || 20);
  if (pageItems.mode === 'strict' && tab.index >= limit) chrome.tabs.remove(tab.id);
  chrome.browserAction.setBadgeText({ text: `${pageItems.mode} ${limit}` });
});
