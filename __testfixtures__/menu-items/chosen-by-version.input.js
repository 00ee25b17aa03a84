const isV3 = chrome.runtime.getManifest().manifest_version === 3;
chrome.contextMenus.create({ id: "a", title: "A", contexts: [isV3 ? "action" : "browser_action"] });
chrome.contextMenus.create({ id: 'c', title: 'C', contexts: isV3 ? ['action', 'page'] : ['browser_action', 'page'] });
chrome.contextMenus.create({ id: 'd', title: 'D', contexts: ['page', ...(isV3 ? ['action'] : ['browser_action'])] });
