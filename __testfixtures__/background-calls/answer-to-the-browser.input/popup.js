const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => bg.count();
