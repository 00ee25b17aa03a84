function move(tabId, windowId) {
    chrome.tabs.move(tabId, {windowId: windowId, index: -1});
}

chrome.tabs.onMoved.addListener(function (tabId, info) {
    chrome.alarms.create("move-" + tabId + ":" + info.windowId + ":" + crypto.randomUUID(), {delayInMinutes: 1});
    chrome.alarms.create("timer-" + tabId + ":" + info.windowId + ":" + crypto.randomUUID(), {delayInMinutes: 2});
});

chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name.indexOf("move-") === 0) {
        var tabId = Number(alarm.name.slice("move-".length).split(":")[0]);
        var infoWindowId = Number(alarm.name.slice("move-".length).split(":")[1]);
        move(tabId, infoWindowId);
    }
    if (alarm.name.indexOf("timer-") === 0) {
        var tabId = Number(alarm.name.slice("timer-".length).split(":")[0]);
        var infoWindowId2 = Number(alarm.name.slice("timer-".length).split(":")[1]);
        chrome.tabs.update(tabId, {active: true});
        chrome.windows.update(infoWindowId2, {focused: true});
    }
});
