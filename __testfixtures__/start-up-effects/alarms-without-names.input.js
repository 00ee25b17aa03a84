chrome.alarms.create({ periodInMinutes: 5 });
chrome.alarms.create({ periodInMinutes: 60 });
chrome.alarms.onAlarm.addListener(() => chrome.action.setBadgeText({ text: '!' }));
