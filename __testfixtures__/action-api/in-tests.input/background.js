chrome.browserAction.enable();
