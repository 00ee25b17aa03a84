if (localStorage.menu !== 'off') {
  chrome.contextMenus.create({ id: 'a', title: 'A' }, function() {
    void chrome.runtime.lastError;
  });
} else {
  chrome.contextMenus.remove('a', function() {
    void chrome.runtime.lastError;
  });
}
