chrome.alarms.create('sync', { periodInMinutes: 15 });
chrome.alarms.onAlarm.addListener(() => chrome.browserAction.setBadgeText({ text: '!' }));
