browser.contextMenus.onShown?.addListener(wrap(browser.contextMenus.onShown));
function wrap(event) { return () => event; }
