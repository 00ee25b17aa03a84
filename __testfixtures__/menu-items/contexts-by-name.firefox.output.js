const contexts = ["page", 'action', "page_action"];
for (const context of contexts) browser.menus.create({ id: context, title: context, contexts: [context] });
browser.menus.create({ id: "all", title: "All", contexts });
const item = { title: "x", contexts: [location.hash ? "action" : "page"] };
browser.menus.update("x", item);
browser.menus.onShown.addListener((info) => info.contexts.includes("action"));
console.log(browser.contextMenus.ContextType.ACTION);
const shownContexts = [];
shownContexts.push("action");
