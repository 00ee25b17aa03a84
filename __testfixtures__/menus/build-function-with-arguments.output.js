const CONTEXTS = ['link', 'image'];

const addItem = (id, title) => chrome.contextMenus.create({ id, title, contexts: CONTEXTS });

chrome.runtime.onInstalled.addListener(() => {
  addItem('open', 'Open');
  addItem('copy', 'Copy');
});

chrome.contextMenus.onClicked.addListener((info) => console.log(info.menuItemId));
