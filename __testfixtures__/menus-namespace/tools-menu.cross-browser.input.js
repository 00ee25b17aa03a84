browser.menus.create({ id: "once", title: "Once", contexts: ["tools_menu"] });
browser.menus.onShown.addListener(() => browser.menus.refresh());
if (browser.menus) browser.menus.removeAll();
browser.contextMenus.refresh();
