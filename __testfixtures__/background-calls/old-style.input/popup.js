var bgPage = chrome.extension.getBackgroundPage()

document.getElementById("button").onclick = function() {
    var mode = document.getElementById("field").value
    bgPage.setMode(mode, true)
}
