chrome.contextMenus.create({ id: 'a', type: 'checkbox', title: 'A' });
chrome.contextMenus.update('a', { checked: localStorage.a === '1' });
