if (localStorage.menu !== 'off') {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
}
