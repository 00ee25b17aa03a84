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
chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name == "tidy") notes.clear();
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(function () {});
