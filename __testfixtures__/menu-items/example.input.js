chrome.contextMenus.create({ id: "options", title: "Options", contexts: ["browser_action", "page"] });
