let settings = {};

chrome.storage.sync.get({ color: 'yellow', inMenu: true }, (items) => {
  settings = items;
  if (!items.color) return;
  if (items.inMenu) {
    chrome.contextMenus.create({ id: 'mark', title: 'Mark', contexts: ['selection'] });
  } else {
    chrome.contextMenus.create({ id: 'paint', title: 'Paint', contexts: ['page'] });
  }
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.tabs.sendMessage(tab.id, { color: settings.color });
});
