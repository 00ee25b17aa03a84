browser.alarms.onAlarm.addListener(() => browser.browserAction.setBadgeText({ text: '!' }));
browser.alarms.create('remind', { periodInMinutes: 60 }); // each hour
