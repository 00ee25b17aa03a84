const alarms = chrome.alarms || browser.alarms;
