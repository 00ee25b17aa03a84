chrome.contextMenus.create({ id: "a", title: "A", contexts: ["action"] });
chrome.contextMenus.create({ id: "b", title: "B", contexts: ["action", "page"] });
chrome.contextMenus.create({ id: "c", title: "C", contexts: ["action"] });
