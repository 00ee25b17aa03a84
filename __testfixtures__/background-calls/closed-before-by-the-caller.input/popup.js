const bg = chrome.extension.getBackgroundPage();
function act() {
  window.close();
  save();
}
function save() {
  bg.setMode('dark');
}
document.getElementById('button').onclick = act;
