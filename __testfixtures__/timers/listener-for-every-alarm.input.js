chrome.alarms.onAlarm.addListener(() => chrome.action.setBadgeText({ text: '!' }));
setInterval(() => chrome.action.setBadgeText({ text: '' }), 60000);
