const isBackground = chrome.extension.getBackgroundPage() === window;
chrome.tabs.onCreated.addListener((tab) => console.log(isBackground, tab === window));
