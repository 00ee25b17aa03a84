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
        else chrome.action.setBadgeText({text: ""});
    }

    function put(text) {
        var isFirst = !showing;
        shows.push(function () {
            chrome.action.setBadgeText({text: text});
            setTimeout(next, 900);
        });
        if (isFirst) next();
        return isFirst;
    }

    async function turned(tabId, change) {
        await stateRestored;
        if (!listensToTabsUpdated) return;
        if (change.status == "complete") {
            pages++;
            chrome.storage.session.set({pages: pages});
        }
    }

    var listensToTabsUpdated = false;
    var stateRestored = chrome.storage.session.get({given: given, pages: pages, cards: cards, listensToTabsUpdated: listensToTabsUpdated}).then(function (saved) {
        given = saved.given;
        pages = saved.pages;
        cards = saved.cards;
        listensToTabsUpdated = saved.listensToTabsUpdated;
    }).catch(console.error);
    chrome.tabs.onUpdated.addListener(turned);

    chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
        switch (message.do) {
            case "put":
                stateRestored.then(function () {
                    given++;
                    cards[message.text] = given;
                    chrome.storage.session.set({given: given, cards: cards});
                    sendResponse(put(message.text) ? "shown" : "in line");
                });
                return true;
            case "count":
                stateRestored.then(function () {
                    listensToTabsUpdated = true;
                    chrome.storage.session.set({listensToTabsUpdated: listensToTabsUpdated});
                    sendResponse("counting");
                });
                return true;
            case "rest":
                stateRestored.then(function () {
                    listensToTabsUpdated = false;
                    chrome.storage.session.set({listensToTabsUpdated: listensToTabsUpdated});
                    sendResponse("resting");
                });
                return true;
            case "tell":
                stateRestored.then(function () {
                    sendResponse({given: given, cards: cards, pages: pages, counts: listensToTabsUpdated});
                });
                return true;
        }
    });

    chrome.action.onClicked.addListener(async function () {
        await stateRestored;
        given = 0;
        cards = {};
        chrome.storage.session.set({given: given, cards: cards});
        chrome.storage.local.set({cleared: true});
    });
})();
