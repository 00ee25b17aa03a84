const watcher = {
  enable() {
    listensToTabsUpdated = true;
    listensToTabsRemoved = true;
  },

  disable() {
    listensToTabsUpdated = false;
    listensToTabsRemoved = false;
  },

  onUpdated(tabId, info) {
    if (info.url) browser.browserAction.setTitle({ title: info.url });
  },

  onRemoved(tabId) {
    browser.browserAction.setTitle({ title: `${tabId} was closed` });
  },
};

let listensToTabsRemoved = false;
browser.tabs.onRemoved.addListener(async (tabId) => {
  await startUpDone;
  if (listensToTabsRemoved) watcher.onRemoved(tabId);
});

let listensToTabsUpdated = false;
browser.tabs.onUpdated.addListener(async (tabId, info) => {
  await startUpDone;
  if (listensToTabsUpdated) watcher.onUpdated(tabId, info);
});

const startUpDone = browser.storage.local.get({ on: true }).then(({ on }) => {
  if (on) watcher.enable();
}).catch(console.error);

browser.storage.onChanged.addListener(async (changes) => {
  if (!changes.on) return;
  await startUpDone;
  if (changes.on.newValue) watcher.enable();
  else watcher.disable();
});
