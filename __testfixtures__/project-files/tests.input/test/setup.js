chrome.browserAction.setTitle = jest.fn();
