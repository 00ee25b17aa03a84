chrome.alarms.create({ periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener(() => chrome.action.setBadgeText({ text: '!' }));
chrome.action.onClicked.addListener(() => chrome.alarms.clear());
