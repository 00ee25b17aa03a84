setTimeout(() => {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
}, 1000);
