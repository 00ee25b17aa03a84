chrome.action = chrome.action || chrome.browserAction;
chrome.label = 'on';
chrome.show = (text) => chrome.action.setBadgeText({ text });

chrome.alarms.onAlarm.addListener(() => chrome.show(chrome.label));
