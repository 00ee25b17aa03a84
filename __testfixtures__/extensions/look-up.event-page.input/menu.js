var menu = (function () {
    function build() {
        var tools = chrome.contextMenus.create({title: "Look up", contexts: ["all"]});
        chrome.contextMenus.create({
            id: "address",
            title: "Keep this address",
            parentId: tools,
            contexts: ["all"],
            onclick: function (info, tab) {
                notes.add(tab.url);
            }
        });
        chrome.contextMenus.create({id: "clear", title: "Clear", parentId: tools, contexts: ["all"], onclick: notes.clear});
        chrome.contextMenus.create({id: "count", title: "Count", parentId: tools, contexts: ["all"], onclick: count});
    }

    function count() {
        notes.all(function (list) {
            chrome.storage.local.set({count: list.length});
        });
    }

    return {build: build};
})();
