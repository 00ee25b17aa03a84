let settings = {};

chrome.storage.sync.get({ color: 'yellow' }, (items) => {
  settings = items;
  if (new Date().getMonth() === 11) chrome.contextMenus.create({ id: 'gift', title: 'Gift', contexts: ['selection'] });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.tabs.sendMessage(tab.id, { color: settings.color });
});
