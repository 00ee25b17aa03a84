const watcher = {
  enable() {
    browser.tabs.onUpdated.addListener(this.onUpdated);
    browser.tabs.onRemoved.addListener(this.onRemoved);
  },

  disable() {
    browser.tabs.onUpdated.removeListener(this.onUpdated);
    browser.tabs.onRemoved.removeListener(this.onRemoved);
  },

  onUpdated(tabId, info) {
    if (info.url) browser.browserAction.setTitle({ title: info.url });
  },

  onRemoved(tabId) {
    browser.browserAction.setTitle({ title: `${tabId} was closed` });
  },
};

browser.storage.local.get({ on: true }).then(({ on }) => {
  if (on) watcher.enable();
});

browser.storage.onChanged.addListener((changes) => {
  if (!changes.on) return;
  if (changes.on.newValue) watcher.enable();
  else watcher.disable();
});
