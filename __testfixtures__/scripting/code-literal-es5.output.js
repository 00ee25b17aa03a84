var selection = '';

chrome.browserAction.onClicked.addListener(function (tab) {
    chrome.scripting.executeScript({
        target: { tabId: tab.id },
        func: function () {
            return window.getSelection().toString();
        }
    }, function (results) {
        if (chrome.runtime.lastError || !results) return;
        selection = results[0].result;
        results.forEach(function (text) {
            console.log(text.result, { text: text.result });
        });
    });
});
