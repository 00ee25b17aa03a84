(browser.menus || browser.contextMenus).create({ id: 'copy', title: 'Copy', onclick: () => browser.tabs.create({}) });

function menus() {
  return browser.menus || browser.contextMenus;
}

menus().create({ id: 'save', title: 'Save', onclick: () => browser.storage.local.set({ saved: true }) });
