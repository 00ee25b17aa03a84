browser.menus.onClicked.addListener(console.log);
