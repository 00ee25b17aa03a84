if (chrome.tabs.onActiveChanged) chrome.tabs.onActiveChanged.addListener(({}) => {});
