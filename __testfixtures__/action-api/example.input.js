chrome.browserAction.setIcon({});
