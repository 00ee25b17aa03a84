chrome.tabs.onActiveChanged.addListener((tabId: number, info: { windowId: number }) => console.log(tabId, info.windowId));
