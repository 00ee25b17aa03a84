window.api = chrome;
if (window.testMode) window.api = { browserAction: { setBadgeText() {} } };
