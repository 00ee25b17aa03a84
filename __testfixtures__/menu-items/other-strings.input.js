chrome.contextMenus.create({ id: "browser_action", title: "browser_action", contexts: ["page"] });
const kinds = ["browser_action", "page_action", "bookmark", "tab"];
const icons = { icons: kinds, contexts: "bookmark" };
console.log(icons, kinds.includes("browser_action"));
