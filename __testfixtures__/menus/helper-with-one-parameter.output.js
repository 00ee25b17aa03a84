const addHelp = () => chrome.contextMenus.create({ id: 'help', title: 'Help', contexts: ['page'] });

chrome.runtime.onInstalled.addListener(addHelp);

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'help') chrome.tabs.create({ url: 'help.html' });
});
