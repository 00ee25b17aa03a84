browser.menus.create({ id: "once", title: "Once", contexts: ["tools_menu"] });
browser.contextMenus.create({ id: "page", title: "Page", contexts: ["page"] });
