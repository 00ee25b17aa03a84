var selection = '';

chrome.browserAction.onClicked.addListener(function (tab) {
    chrome.tabs.executeScript(tab.id, {
        code: "window.getSelection().toString()"
    }, function (results) {
        if (chrome.runtime.lastError || !results) return;
        selection = results[0];
        results.forEach(function (text) {
            console.log(text, { text });
        });
    });
});
