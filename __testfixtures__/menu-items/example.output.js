chrome.contextMenus.create({ id: "options", title: "Options", contexts: ["action", "page"] });
