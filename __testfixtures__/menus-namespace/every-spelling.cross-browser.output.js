const { contextMenus: menus, contextMenus: { create } } = browser;
const items = browser["contextMenus"];
menus.removeAll();
items.onClicked.addListener(create);
if (browser.contextMenus) browser.contextMenus.update("a", { enabled: false });
console.log(browser.contextMenus.ACTION_MENU_TOP_LEVEL_LIMIT, typeof browser.contextMenus.getTargetElement);
