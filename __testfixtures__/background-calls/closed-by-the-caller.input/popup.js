const bg = chrome.extension.getBackgroundPage();
function save() {
  bg.setMode('dark');
}
document.getElementById('button').onclick = (event) => {
  save();
  window.close();
};
