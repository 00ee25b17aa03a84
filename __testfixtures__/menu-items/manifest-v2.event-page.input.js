browser.menus.create({ id: "a", title: "A", icons: { 16: "a.png" }, contexts: ["browser_action", "tools_menu"] });
