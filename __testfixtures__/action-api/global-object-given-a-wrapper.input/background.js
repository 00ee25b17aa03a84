api.browserAction.setBadgeText({ text: 'new' });
