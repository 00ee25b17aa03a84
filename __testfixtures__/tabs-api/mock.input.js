chrome.tabs.getSelected = (window, callback) => callback({ id: 1 });
