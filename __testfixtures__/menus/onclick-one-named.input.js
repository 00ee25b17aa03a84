chrome.contextMenus.create({
    title: "Look up \"%s\"",
    contexts: ["selection"],
    onclick: lookUp
})

function lookUp (info) {
    chrome.tabs.create({ url: "https://dict.example/?q=" + info.selectionText })
}
