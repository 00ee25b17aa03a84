browser.menus.onShown.addListener(() => browser.menus.refresh());
