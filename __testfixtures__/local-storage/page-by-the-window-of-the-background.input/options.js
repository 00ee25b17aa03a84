document.title = chrome.extension.getBackgroundPage().localStorage.mode;
