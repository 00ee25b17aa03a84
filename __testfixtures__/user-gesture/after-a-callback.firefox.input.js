browser.browserAction.onClicked.addListener(() => {
  chrome.permissions.contains({ permissions: ['bookmarks'] }, (has) => {
    if (!has) chrome.permissions.request({ permissions: ['bookmarks'] });
  });
  browser.storage.local.get().then(() => browser.sidebarAction.open());
});

browser.menus.onClicked.addListener(() => {
  browser.sidebarAction.toggle();
  setTimeout(() => browser.sidebarAction.close(), 100);
});
