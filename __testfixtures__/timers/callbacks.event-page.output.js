var MINUTES = 15;

chrome.alarms.get('browserAction-setBadgeText', function (alarm) {
    if (!alarm) chrome.alarms.create('browserAction-setBadgeText', {periodInMinutes: MINUTES});
});
chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name === 'browserAction-setBadgeText') {
        chrome.browserAction.setBadgeText({text: ''});
    }
});
