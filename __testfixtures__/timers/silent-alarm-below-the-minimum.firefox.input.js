browser.runtime.onInstalled.addListener(() => browser.alarms.create('poll', { periodInMinutes: 0.1 }));
