let settings = {};

chrome.storage.sync.get({ inLinks: true }, (items) => {
  settings = items;
  const contexts = ['selection'];
  if (items.inLinks) contexts.push('link');
  chrome.contextMenus.create({ id: 'mark', title: 'Mark', contexts });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.tabs.sendMessage(tab.id, settings);
});
