const { menus, menus: { create } } = browser;
const items = browser["menus"];
menus.removeAll();
items.onClicked.addListener(create);
if (browser.menus) browser.menus.update("a", { enabled: false });
console.log(browser.menus.ACTION_MENU_TOP_LEVEL_LIMIT, typeof browser.menus.getTargetElement);
