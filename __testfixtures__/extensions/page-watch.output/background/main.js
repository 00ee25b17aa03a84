// What the popup shows below the list.
var lastCheck = null;
var failures = 0;
var stateRestored = chrome.storage.session.get({ failures: failures }).then(function (saved) {
    failures = saved.failures;
}).catch(console.error);

chrome.runtime.onInstalled.addListener(function (details) {
    chrome.alarms.create('check', { periodInMinutes: 30 });
    if (details.reason !== 'install') return;
    fetch('defaults.json')
        .then(function (response) { return response.json(); })
        .then(function (pages) { Store.save(pages); });
});

chrome.alarms.onAlarm.addListener(async function (alarm) {
    await stateRestored;
    if (alarm.name === 'check') check();
});

// Reads all pages, and shows how many are not as they were.
function check() {
    lastCheck = Date.now();
    Store.all(function (pages) {
        var waiting = pages.length;
        pages.forEach(function (page) {
            Watch.read(page.url, function (sum) {
                if (sum === null) {
                    again();
                } else {
                    page.changed = page.changed || page.sum !== sum;
                    page.sum = sum;
                }
                waiting--;
                if (waiting === 0) Store.save(pages, function () { show(pages); });
            });
        });
    });
}

// The network may be back in a minute.
function again() {
    failures++;
    chrome.storage.session.set({ failures: failures });
    if (failures < 5) setTimeout(check, 60 * 1000);
}

function show(pages) {
    var count = pages.filter(function (page) { return page.changed; }).length;
    chrome.action.setBadgeText({ text: count > 0 ? String(count) : '' });
    chrome.action.setIcon({ path: count > 0 ? '../img/changed16.png' : '../img/icon16.png' });
    if (count === 0) return chrome.notifications.clear('changed', function () {});
    chrome.notifications.create('changed', {
        type: 'basic',
        iconUrl: '../img/icon48.png',
        title: 'Page Watch',
        message: count === 1 ? 'A page has changed.' : count + ' pages have changed.'
    }, function () {});
}

// Who looks at a page knows what is new there.
chrome.tabs.onUpdated.addListener(function (tabId, info, tab) {
    if (info.status !== 'complete') return;
    Store.change(function (page) {
        return page.changed && page.url === tab.url;
    }, function (page) {
        page.changed = false;
    }, show);
});

chrome.notifications.onClicked.addListener(function () {
    Store.all(function (pages) {
        pages.forEach(function (page) {
            if (page.changed) chrome.tabs.create({ url: page.url });
        });
    });
});

chrome.runtime.onMessage.addListener(function (message, sender, respond) {
    switch (message.type) {
        case 'list':
            Store.all(respond);
            return true;
        case 'add':
            Store.all(function (pages) {
                pages.push({ url: message.url, title: message.title || message.url });
                Store.save(pages, function () { respond(pages.length); });
            });
            return true;
        case 'title':
            Watch.title(message.url, respond);
            return true;
    }
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
    if (message?.type === 'background/check') {
        stateRestored.then(function () {
            check();
            sendResponse();
        });
        return true;
    }
});
