chrome.runtime.onInstalled.addListener(function() {
    chrome.contextMenus.create({
        id: "look-up",
        title: "Look up \"%s\"",
        contexts: ["selection"]
    })
})

chrome.contextMenus.onClicked.addListener(function(info) {
    if (info.menuItemId === "look-up") lookUp(info)
})

function lookUp (info) {
    chrome.tabs.create({ url: "https://dict.example/?q=" + info.selectionText })
}
