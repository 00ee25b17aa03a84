browser.browserAction.onClicked.addListener((tab) => {
  browser.storage.local.set({ read: tab.index > 0 });
});
