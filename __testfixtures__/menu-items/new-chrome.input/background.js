chrome.contextMenus.create({ id: "b", title: "B", contexts: ["tab"] });
