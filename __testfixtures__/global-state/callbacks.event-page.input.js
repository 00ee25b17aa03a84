var enabled = true;
var seen = {};

chrome.browserAction.onClicked.addListener(function () {
    enabled = !enabled;
});

chrome.tabs.onUpdated.addListener(function (tabId, info, tab) {
    if (!enabled) return;
    seen[tabId] = tab.url;
});

chrome.tabs.onRemoved.addListener(function (tabId) {
    delete seen[tabId];
});
