function open() {
  browser.menus.onHidden.addListener(onHidden);
}
function close() {
  browser.menus.onHidden.removeListener(onHidden);
  browser.menus.removeAll();
}
function onHidden() {}
addEventListener("message", (event) => (event.data ? open() : close()));
