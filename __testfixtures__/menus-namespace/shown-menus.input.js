browser.menus.onShown.addListener((info) => {
  browser.menus.update("open", { title: info.linkUrl });
  browser.menus.refresh();
});
browser.contextMenus
  .onHidden // no more menu
  .addListener(() => {});
