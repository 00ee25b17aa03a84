browser.menus.create({ id: "a", title: "A", contexts: ["tools_menu"] });
browser.menus.create({ id: "b", title: "B", contexts: ["tab"] });
browser.menus.create({ id: "c", title: "C", contexts: ["bookmark", "password"] });
