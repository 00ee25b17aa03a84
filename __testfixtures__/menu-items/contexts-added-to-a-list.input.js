const contexts = ['page', 'password'];
if (typeof chrome.tabs.hide === 'function') contexts.push('bookmark');
contexts.push('tab');
chrome.contextMenus.create({ id: 'save', title: 'Save', contexts });

const tabContexts = ['tab'];
chrome.contextMenus.create({ id: 'close', title: 'Close', contexts: tabContexts });
