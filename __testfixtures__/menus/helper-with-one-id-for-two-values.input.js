function add(id, title, url) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: () => chrome.tabs.create({ url }) });
}

if (navigator.platform === 'MacIntel') add('help', 'Help', 'mac.html');
else add('help', 'Help', 'help.html');
