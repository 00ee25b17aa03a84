const CONTEXTS = ['link', 'image'];

const addItem = (id, title) => chrome.contextMenus.create({ id, title, contexts: CONTEXTS });

addItem('open', 'Open');
addItem('copy', 'Copy');

chrome.contextMenus.onClicked.addListener((info) => console.log(info.menuItemId));
