function target(id) {
  return browser.contextMenus.getTargetElement(id).href;
}
const shown = new Promise((resolve) => once(browser.contextMenus.onShown, resolve));
function once(event, done) { event.addListener(done); }
target(1), shown;
