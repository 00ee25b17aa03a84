chrome.browserAction.setTitle({ title: 'test' });
