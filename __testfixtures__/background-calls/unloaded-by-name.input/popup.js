const bg = chrome.extension.getBackgroundPage();
function save() {
  bg.setMode('dark');
}
window.addEventListener('unload', save);
