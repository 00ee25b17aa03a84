let pageItems = {};
export const pageItemsLoaded = chrome.storage.local.get({ pageItems }).then((saved) => {
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

export function isDark() {
  return pageItems.mode === 'dark';
}
