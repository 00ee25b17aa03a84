chrome.contextMenus.create({ id: 'a', title: 'A' });
