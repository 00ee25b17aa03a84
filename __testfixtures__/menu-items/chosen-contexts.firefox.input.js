function create(properties) {
  browser.contextMenus.create({
    ...properties,
    contexts: properties.contexts ? properties.contexts : ["browser_action", "page"],
  });
}
function createFor(item, contexts = ["browser_action"]) {
  item.contexts = contexts || ["browser_action"];
  browser.contextMenus.create(item);
}
const item = { id: "a", title: "A" };
item.contexts = ["browser_action", "link"];
browser.contextMenus.create(item);
const menuContexts = navigator.onLine ? ["browser_action"] : ["all"];
browser.contextMenus.create({ id: "b", title: "B", contexts: menuContexts });
create({ id: "c", title: "C" });
createFor({ id: "d", title: "D" });
const keys = navigator.onLine ? ["browser_action"] : [];
const found = browser.runtime.getManifest()[keys[0]];
item.names = ["browser_action"];
const { contexts = ["browser_action"] } = item;
