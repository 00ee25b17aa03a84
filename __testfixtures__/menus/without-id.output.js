chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'search', title: 'Search' });
});
