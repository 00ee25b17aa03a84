chrome.storage.sync.get({ dark: false }, (settings) => {
  if (settings.dark) chrome.contextMenus.create({ id: 'mode', title: 'Light', contexts: ['page'] });
  if (!settings.dark) chrome.contextMenus.create({ id: 'mode', title: 'Dark', contexts: ['page'] });
  chrome.contextMenus.create({ id: 'day', title: `Now ${new Date().getDay()}`, contexts: ['page'] });
});

chrome.contextMenus.onClicked.addListener((info) => chrome.tabs.create({ url: `${info.menuItemId}.html` }));
