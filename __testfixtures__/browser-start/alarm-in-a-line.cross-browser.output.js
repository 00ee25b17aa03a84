browser.alarms.onAlarm.addListener(() => browser.browserAction.setBadgeText({ text: '!' }));
browser.alarms.create('remind', { periodInMinutes: 60 }); // each hour

// The browser starts the background for this listener; all else is done at top level.
browser.runtime.onStartup.addListener(() => {});
