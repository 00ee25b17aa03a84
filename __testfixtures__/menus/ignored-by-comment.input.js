// mv3-codemod-ignore menus
chrome.contextMenus.create({ id: 'read', title: 'Read later', contexts: ['link'] });
