let settings = {};

chrome.storage.sync.get({ color: 'yellow' }, (items) => {
  settings = items;
  chrome.contextMenus.create({ id: 'mark', title: 'Mark', contexts: ['selection'] });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.contextMenus.remove('mark');
  chrome.tabs.sendMessage(tab.id, { color: settings.color });
});
