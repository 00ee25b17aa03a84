// What comes after a return where it exists is not protected by that test.
document.addEventListener("contextmenu", (event) => {
  const tab = tabOf(event.target);
  if (tab && typeof browser.menus.overrideContext === "function") {
    browser.menus.overrideContext({ context: "tab", tabId: tab });
    return;
  }
  if (event.target === document.body) {
    browser.menus.overrideContext({ context: "tab", tabId: active() });
  }
});

document.addEventListener("keydown", (event) => {
  if (!event.key || typeof browser.menus.overrideContext !== "function") return;
  browser.menus.overrideContext({ showDefaults: true });
});

document.addEventListener("keyup", () => {
  if (!browser.menus.refresh) return;
  browser.menus.refresh();
});

document.addEventListener("click", () => {
  if (browser.menus.refresh !== undefined) return;
  browser.menus.refresh();
});
