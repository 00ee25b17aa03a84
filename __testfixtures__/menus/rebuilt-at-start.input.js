chrome.contextMenus.removeAll(() => {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
});
