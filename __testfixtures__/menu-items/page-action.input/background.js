chrome.contextMenus.create({ id: "a", title: "A", contexts: ["page_action"] });
chrome.contextMenus.create({ id: "b", title: "B", contexts: ["browser_action", "page_action", "page"] });
chrome.contextMenus.create({ id: "c", title: "C", contexts: ["action", "browser_action"] });
