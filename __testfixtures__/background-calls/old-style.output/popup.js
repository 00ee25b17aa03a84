document.getElementById("button").onclick = function() {
    var mode = document.getElementById("field").value
    chrome.runtime.sendMessage({
        type: "background/setMode",
        args: { mode: mode, quiet: true }
    })
}
