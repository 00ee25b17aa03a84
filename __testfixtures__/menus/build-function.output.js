function buildMenu() {
  chrome.contextMenus.create({ id: 'save', title: chrome.i18n.getMessage('save') });
  for (const format of ['txt', 'html']) {
    chrome.contextMenus.create({ id: format, parentId: 'save', title: format.toUpperCase() });
  }
}

chrome.runtime.onInstalled.addListener(buildMenu);

chrome.contextMenus.onClicked.addListener((info) => console.log(info.menuItemId));
