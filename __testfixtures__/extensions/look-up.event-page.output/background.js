var notes = {
    all: function (done) {
        chrome.storage.local.get({notes: []}, function (items) {
            done(items.notes);
        });
    },
    add: function (text) {
        notes.all(function (list) {
            list.push(text);
            chrome.storage.local.set({notes: list});
        });
    },
    clear: function () {
        chrome.storage.local.set({notes: []});
    }
};

// The menu
chrome.runtime.onInstalled.addListener(function () {
    menu.build();
});

chrome.alarms.get("tidy", function (alarm) {
    if (!alarm) chrome.alarms.create("tidy", {periodInMinutes: 120});
});
// Firefox forgets alarms at exit: this starts the background with the browser.
chrome.runtime.onStartup.addListener(function () {});
chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name == "tidy") notes.clear();
});
