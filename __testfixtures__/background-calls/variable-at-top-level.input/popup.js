const bg = chrome.extension.getBackgroundPage();
document.title = bg.count;
