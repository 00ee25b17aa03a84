if (chrome.tabs.onActiveChanged) chrome.tabs.onActiveChanged.addListener((tabId) => console.log(tabId));
