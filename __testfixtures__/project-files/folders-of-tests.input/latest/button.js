chrome.browserAction.setTitle({ title: 'no test' });
