(function () {
    var shows = [];
    var showing = false;
    var given = 0;
    var pages = 0;
    var cards = {};

    // A card is on the button for a while, then the next one.
    function next() {
        var show = shows.shift();
        showing = show !== undefined;
        if (show) show();
        else chrome.browserAction.setBadgeText({text: ""});
    }

    function put(text) {
        var isFirst = !showing;
        shows.push(function () {
            chrome.browserAction.setBadgeText({text: text});
            setTimeout(next, 900);
        });
        if (isFirst) next();
        return isFirst;
    }

    function turned(tabId, change) {
        if (change.status == "complete") pages++;
    }

    chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
        switch (message.do) {
            case "put":
                given++;
                cards[message.text] = given;
                sendResponse(put(message.text) ? "shown" : "in line");
                break;
            case "count":
                chrome.tabs.onUpdated.addListener(turned);
                sendResponse("counting");
                break;
            case "rest":
                chrome.tabs.onUpdated.removeListener(turned);
                sendResponse("resting");
                break;
            case "tell":
                sendResponse({given: given, cards: cards, pages: pages, counts: chrome.tabs.onUpdated.hasListener(turned)});
                break;
        }
    });

    chrome.browserAction.onClicked.addListener(function () {
        given = 0;
        cards = {};
        chrome.storage.local.set({cleared: true});
    });
})();
