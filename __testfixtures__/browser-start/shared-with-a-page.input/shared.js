chrome.browserAction.setBadgeText({ text: '?' });
