chrome.action.setBadgeText({ text: '1' });
