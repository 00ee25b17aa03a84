const menus = browser.menus || browser.contextMenus;
menus.create({ id: "a", title: "A" });
const other = browser.menus ? browser.menus : browser.contextMenus;
if (browser.contextMenus) other.removeAll();
else browser.menus.removeAll();
