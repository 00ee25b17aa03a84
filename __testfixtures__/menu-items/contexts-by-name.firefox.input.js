const contexts = ["page", 'browser_action', "page_action"];
for (const context of contexts) browser.menus.create({ id: context, title: context, contexts: [context] });
browser.menus.create({ id: "all", title: "All", contexts });
const item = { title: "x", contexts: [location.hash ? "browser_action" : "page"] };
browser.menus.update("x", item);
browser.menus.onShown.addListener((info) => info.contexts.includes("browser_action"));
console.log(browser.contextMenus.ContextType.BROWSER_ACTION);
const shownContexts = [];
shownContexts.push("browser_action");
