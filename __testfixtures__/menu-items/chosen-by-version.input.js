const isV3 = chrome.runtime.getManifest().manifest_version === 3;
chrome.contextMenus.create({ id: "a", title: "A", contexts: [isV3 ? "action" : "browser_action"] });
