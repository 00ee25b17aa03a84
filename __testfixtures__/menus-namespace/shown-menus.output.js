browser.contextMenus.onShown?.addListener((info) => {
  browser.contextMenus.update("open", { title: info.linkUrl });
  browser.contextMenus.refresh?.();
});
browser.contextMenus
  .onHidden // no more menu
  ?.addListener(() => {});
