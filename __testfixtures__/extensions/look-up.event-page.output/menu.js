var menu = (function () {
    function build() {
        var tools = chrome.contextMenus.create({id: "tools", title: "Look up", contexts: ["all"]});
        chrome.contextMenus.create({
            id: "address",
            title: "Keep this address",
            parentId: tools,
            contexts: ["all"]
        });
        chrome.contextMenus.create({id: "clear", title: "Clear", parentId: tools, contexts: ["all"]});
        chrome.contextMenus.create({id: "count", title: "Count", parentId: tools, contexts: ["all"]});
    }

    var menuHandlers = {
        address: function (info, tab) {
            notes.add(tab.url);
        },
        clear: function () { notes.clear(); },
        count: count
    };

    chrome.contextMenus.onClicked.addListener(function (info, tab) {
        var handler = menuHandlers[info.menuItemId];
        if (handler) handler(info, tab);
    });

    function count() {
        notes.all(function (list) {
            chrome.storage.local.set({count: list.length});
        });
    }

    return {build: build};
})();
