chrome.contextMenus.create({ title: 'Save' });
chrome.contextMenus.create({ title: 'Save' });
chrome.contextMenus.create({ id: 'save-3', title: 'Save' });
chrome.contextMenus.create({ title: 'Save!' });
chrome.contextMenus.create({ title: '保存' });
chrome.contextMenus.create({ title: '…' });

chrome.contextMenus.onClicked.addListener(() => console.log('clicked'));
