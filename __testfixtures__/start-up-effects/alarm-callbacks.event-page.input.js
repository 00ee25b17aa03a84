var NAME = "refresh";
var PERIOD = 5;

function init() {
    chrome.alarms.create(NAME, { periodInMinutes: PERIOD * 2 });
}

chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name === NAME) chrome.browserAction.setBadgeText({ text: "!" });
});

init();
