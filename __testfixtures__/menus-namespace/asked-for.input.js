if (browser.contextMenus.onShown) browser.contextMenus.onShown.addListener(() => browser.contextMenus.refresh());
browser.contextMenus.overrideContext?.({ context: "tab", tabId: 1 });
const canRefresh = "refresh" in browser.contextMenus || typeof browser.contextMenus.refresh === "function";
console.log(canRefresh);
