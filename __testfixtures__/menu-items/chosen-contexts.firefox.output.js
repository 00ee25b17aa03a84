function create(properties) {
  browser.contextMenus.create({
    ...properties,
    contexts: properties.contexts ? properties.contexts : ["action", "page"],
  });
}
function createFor(item, contexts = ["action"]) {
  item.contexts = contexts || ["action"];
  browser.contextMenus.create(item);
}
const item = { id: "a", title: "A" };
item.contexts = ["action", "link"];
browser.contextMenus.create(item);
const menuContexts = navigator.onLine ? ["action"] : ["all"];
browser.contextMenus.create({ id: "b", title: "B", contexts: menuContexts });
create({ id: "c", title: "C" });
createFor({ id: "d", title: "D" });
const keys = navigator.onLine ? ["browser_action"] : [];
const found = browser.runtime.getManifest()[keys[0]];
item.names = ["browser_action"];
const { contexts = ["action"] } = item;
