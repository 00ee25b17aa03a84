chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ title: 'Search' });
});
