chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
});
