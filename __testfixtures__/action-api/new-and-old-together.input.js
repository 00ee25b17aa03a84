if (chrome.action) chrome.browserAction.setBadgeText({ text: "" });
chrome.action && chrome.browserAction.disable();
