var NAME = "refresh";
var PERIOD = 5;

function init() {
    chrome.alarms.get(NAME, function (alarm) {
        if (!alarm) chrome.alarms.create(NAME, { periodInMinutes: PERIOD * 2 });
    });
}

chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name === NAME) chrome.browserAction.setBadgeText({ text: "!" });
});

init();
