const menus = 'contextMenus' in browser ? browser.contextMenus : browser.menus;

browser.runtime.onInstalled.addListener(() => {
  menus.create({ id: 'copy-link', title: 'Copy as link' });
});
