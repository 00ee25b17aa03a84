chrome.alarms.create({ periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener(() => chrome.action.setBadgeText({ text: '!' }));
