browser.menus.create({ id: "once", title: "Once", contexts: ["tools_menu", "page"] });
