chrome.browserAction.onClicked.addListener(reloadActive);
