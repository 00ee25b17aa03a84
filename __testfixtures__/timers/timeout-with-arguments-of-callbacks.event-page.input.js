function move(tabId, windowId) {
    chrome.tabs.move(tabId, {windowId: windowId, index: -1});
}

chrome.tabs.onMoved.addListener(function (tabId, info) {
    setTimeout(move, 60000, tabId, info.windowId);
    setTimeout(function () {
        chrome.tabs.update(tabId, {active: true});
        chrome.windows.update(info.windowId, {focused: true});
    }, 120000);
});
