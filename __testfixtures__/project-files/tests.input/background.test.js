chrome.browserAction.setBadgeText = jest.fn();
