var button = chrome.action;
