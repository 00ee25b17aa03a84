function setMode(mode, quiet) {
    chrome.storage.local.set({mode: mode, quiet: quiet});
}
