window.onload = function () {
  chrome.contextMenus.create({ id: 'copy', title: 'Copy', contexts: ['link'] });
  if (localStorage.getItem('more')) return;
  chrome.contextMenus.create({ id: 'open', title: 'Open', contexts: ['link'] });
};
