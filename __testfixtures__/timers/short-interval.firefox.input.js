setInterval(() => browser.browserAction.setBadgeText({ text: 'x' }), 10000);
