window.onload = function () {
  chrome.contextMenus.create({ id: 'copy', title: 'Copy', contexts: ['link'] }, function () {
    void chrome.runtime.lastError;
  });
  if (localStorage.getItem('more')) return;
  chrome.contextMenus.create({ id: 'open', title: 'Open', contexts: ['link'] });
};
