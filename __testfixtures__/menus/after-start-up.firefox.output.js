function buildMenu() {
  browser.menus.removeAll().then(() => {
    browser.storage.local.get('title').then(({ title }) => {
      browser.menus.create({ id: 'title', title });
    });
  });
}

browser.runtime.onInstalled.addListener(buildMenu);
browser.runtime.onStartup.addListener(buildMenu);
