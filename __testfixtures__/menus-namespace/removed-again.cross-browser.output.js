function open() {
  browser.contextMenus.onHidden?.addListener(onHidden);
}
function close() {
  browser.contextMenus.onHidden?.removeListener(onHidden);
  browser.contextMenus.removeAll();
}
function onHidden() {}
addEventListener("message", (event) => (event.data ? open() : close()));
