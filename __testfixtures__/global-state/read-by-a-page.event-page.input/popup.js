var bg = chrome.extension.getBackgroundPage();
bg.count = 5;
document.title = bg.count;
