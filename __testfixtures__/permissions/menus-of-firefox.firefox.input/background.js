browser.menus.create({ id: "a", title: "A" });
browser.contextMenus.onClicked.addListener(() => {});
