window.onload = function () {
  chrome.contextMenus.create({ id: 'copy', title: 'Copy', contexts: ['link'] });
};

window.onload = function () {
  chrome.contextMenus.create({ id: 'open', title: 'Open', contexts: ['link'] });
};
