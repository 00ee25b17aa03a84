const bg = chrome.extension.getBackgroundPage();
window.addEventListener('unload', () => bg.setMode('dark'));
window.onblur = () => bg.setMode('light');
