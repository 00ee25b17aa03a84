browser.contextMenus.create({ id: "a", title: "A", icons: { 16: "a.png" }, contexts: ["page", "tools_menu"] });
