if (chrome.action) chrome.action.setBadgeText({ text: "" });
chrome.action && chrome.action.disable();
