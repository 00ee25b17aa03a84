let settings = {};

chrome.storage.sync.get({ color: 'yellow' }, (items) => {
  settings = items;
  chrome.contextMenus.create({ id: 'mark', title: 'Mark', contexts: ['selection'] });
  chrome.contextMenus.update('mark', { title: `Mark in ${items.color}` });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.contextMenus.update('mark', { title: 'Mark again' });
  chrome.tabs.sendMessage(tab.id, { color: settings.color });
});
