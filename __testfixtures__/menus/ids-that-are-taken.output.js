chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'save', title: 'Save' });
  chrome.contextMenus.create({ id: 'save-2', title: 'Save' });
  chrome.contextMenus.create({ id: 'save-3', title: 'Save' });
  chrome.contextMenus.create({ id: 'save-4', title: 'Save!' });
  chrome.contextMenus.create({ id: '保存', title: '保存' });
  chrome.contextMenus.create({ id: 'menu-item', title: '…' });
});

chrome.contextMenus.onClicked.addListener(() => console.log('clicked'));
