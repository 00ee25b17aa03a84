const menus = browser.menus || browser.contextMenus;

browser.runtime.onInstalled.addListener(() => {
  menus.create({ id: 'copy-link', title: 'Copy as link' });
});
