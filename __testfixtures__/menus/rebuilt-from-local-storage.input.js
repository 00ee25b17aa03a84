chrome.contextMenus.removeAll(() => {
  chrome.contextMenus.create({ id: 'a', title: localStorage.title });
});
