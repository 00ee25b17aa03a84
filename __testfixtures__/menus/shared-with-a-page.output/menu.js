chrome.contextMenus.create({ id: 'a', title: 'A' }, function() {
  void chrome.runtime.lastError;
});
