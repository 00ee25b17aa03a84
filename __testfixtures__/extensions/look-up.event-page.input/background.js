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
menu.build();

chrome.alarms.create("tidy", {periodInMinutes: 120});
chrome.alarms.onAlarm.addListener(function (alarm) {
    if (alarm.name == "tidy") notes.clear();
});
