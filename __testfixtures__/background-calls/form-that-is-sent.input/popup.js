const bg = chrome.extension.getBackgroundPage();
function save() {
  bg.setMode('dark');
}
document.querySelector('form').onsubmit = save;
