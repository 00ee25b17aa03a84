if (browser.menus) browser.menus.onShown.addListener(() => {});
browser.contextMenus.create({ id: "a", title: "A" });
