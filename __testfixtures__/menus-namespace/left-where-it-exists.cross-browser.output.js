// What comes after a return where it exists is not protected by that test.
document.addEventListener("contextmenu", (event) => {
  const tab = tabOf(event.target);
  if (tab && typeof browser.contextMenus.overrideContext === "function") {
    browser.contextMenus.overrideContext({ context: "tab", tabId: tab });
    return;
  }
  if (event.target === document.body) {
    browser.contextMenus.overrideContext?.({ context: "tab", tabId: active() });
  }
});

document.addEventListener("keydown", (event) => {
  if (!event.key || typeof browser.contextMenus.overrideContext !== "function") return;
  browser.contextMenus.overrideContext({ showDefaults: true });
});

document.addEventListener("keyup", () => {
  if (!browser.contextMenus.refresh) return;
  browser.contextMenus.refresh();
});

document.addEventListener("click", () => {
  if (browser.contextMenus.refresh !== undefined) return;
  browser.contextMenus.refresh?.();
});
