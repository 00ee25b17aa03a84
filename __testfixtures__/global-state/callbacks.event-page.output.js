var enabled = true;
var stateRestored = new Promise(function (resolve) {
    chrome.storage.session.get({ enabled: enabled }, function (saved) {
        if (saved) {
            enabled = saved.enabled;
        }
        resolve();
    });
});
var seen = {};

chrome.browserAction.onClicked.addListener(async function () {
    await stateRestored;
    enabled = !enabled;
    chrome.storage.session.set({ enabled: enabled });
});

chrome.tabs.onUpdated.addListener(async function (tabId, info, tab) {
    await stateRestored;
    if (!enabled) return;
    seen[tabId] = tab.url;
});

chrome.tabs.onRemoved.addListener(function (tabId) {
    delete seen[tabId];
});
