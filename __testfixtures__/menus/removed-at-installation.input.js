chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.removeAll();
});

chrome.contextMenus.create({ id: 'save', title: 'Save' });
chrome.contextMenus.onClicked.addListener((info) => {
  chrome.tabs.create({ url: info.pageUrl });
});
