const menus = { create() {}, onShown: { addListener() {} } };
menus.create();
menus.onShown.addListener();
document.menus = [menus];
// browser.menus.create
