var bg = chrome.extension.getBackgroundPage();
