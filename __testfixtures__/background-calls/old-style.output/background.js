function setMode(mode, quiet) {
    chrome.storage.local.set({mode: mode, quiet: quiet});
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message) {
    if (message?.type === "background/setMode") setMode(message.args.mode, message.args.quiet);
});
