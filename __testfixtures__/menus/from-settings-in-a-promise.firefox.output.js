async function createMenu() {
  const { sites } = await browser.storage.sync.get({ sites: [] });
  browser.menus.create({ id: 'all', title: 'All sites' });
  // One item for each site.
  for (const site of Object.keys(sites)) {
    browser.menus.create({ id: 'site-' + site, title: String(site) });
  }
}

function buildMenu() {
  browser.menus.removeAll().then(() => {
    createMenu();
  });
}

browser.runtime.onInstalled.addListener(buildMenu);
browser.runtime.onStartup.addListener(buildMenu);

browser.menus.onClicked.addListener(({ menuItemId }) => console.log(menuItemId));
