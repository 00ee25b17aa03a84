browser.contextMenus.create({ id: 'copy', title: 'Copy', contexts: ['link'] }, () => void browser.runtime.lastError);

browser.contextMenus.create({ id: 'cut', title: 'Cut', contexts: ['link'] }, () => {
  void browser.runtime.lastError;
});
