const items = [{ id: 'all', title: 'All' }, { id: 'one', title: 'One' }];

chrome.contextMenus.removeAll(() => items.forEach(chrome.contextMenus.create));
chrome.contextMenus.onClicked.addListener((info) => console.log(info.menuItemId));
