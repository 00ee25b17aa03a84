browser.contextMenus.create({ id: "once", title: "Once", contexts: ["tools_menu", "page"] });
