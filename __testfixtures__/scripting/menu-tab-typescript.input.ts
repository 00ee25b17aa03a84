browser.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'mark') browser.tabs.executeScript({ file: 'mark.js' });
});

browser.menus.onClicked.addListener((info) => {
  if (info.menuItemId === 'clear') browser.tabs.executeScript({ file: 'clear.js' });
});

browser.browserAction.onClicked.addListener((tab) => {
  browser.tabs.executeScript({ file: 'open.js' });
});
