var button = chrome.browserAction;
