let settings = {};

chrome.storage.sync.get({ title: 'Open' }, (items) => {
  settings = items;
  chrome.contextMenus.create({ id: 'open', title: settings.title });
});
