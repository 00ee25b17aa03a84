const background = chrome.extension.getBackgroundPage();
document.title = background.polling ? 'on' : 'off';
