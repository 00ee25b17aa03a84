browser.alarms.onAlarm.addListener(() => browser.browserAction.setBadgeText({ text: '!' }));
browser.alarms.create('remind', { periodInMinutes: 60 }); // each hour
// Firefox forgets alarms at exit: this starts the background with the browser.
browser.runtime.onStartup.addListener(() => {});
