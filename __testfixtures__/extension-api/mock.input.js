chrome.extension.getURL = (path) => `chrome-extension://id/${path}`;
