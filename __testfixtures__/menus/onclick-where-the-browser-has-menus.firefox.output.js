function add(id, title) {
  browser.contextMenus.create({ id, title, contexts: ['page'] });
}

browser.runtime.onInstalled.addListener(() => {
  if (browser.contextMenus) {
    add('save', 'Save');
    add('close', 'Close');
  }
});

const menuHandlers = {
  save: (info) => browser.storage.local.set({ saved: info.pageUrl }),
  close: (info, tab) => browser.tabs.remove(tab.id)
};

browser.contextMenus?.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

browser.runtime.onMessage.addListener(() => browser.runtime.openOptionsPage());
