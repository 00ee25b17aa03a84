if (!chrome.browserAction) chrome.browserAction = chrome.action;
chrome.browserAction.setBadgeText({ text: "" });
