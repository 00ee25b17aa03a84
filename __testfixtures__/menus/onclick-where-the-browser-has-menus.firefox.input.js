function add(id, title, run) {
  browser.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

if (browser.contextMenus) {
  add('save', 'Save', (info) => browser.storage.local.set({ saved: info.pageUrl }));
  add('close', 'Close', (info, tab) => browser.tabs.remove(tab.id));
}

browser.runtime.onMessage.addListener(() => browser.runtime.openOptionsPage());
