browser.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'mark') browser.scripting.executeScript({
    target: { tabId: tab!.id! },
    files: ['mark.js']
  });
});

browser.menus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === 'clear') browser.scripting.executeScript({
    target: { tabId: tab!.id! },
    files: ['clear.js']
  });
});

browser.browserAction.onClicked.addListener((tab) => {
  browser.scripting.executeScript({
    target: { tabId: tab.id! },
    files: ['open.js']
  });
});
