const bg = chrome.extension.getBackgroundPage();
document.title = bg.isOn() ? 'on' : 'off';
