const bg = chrome.extension.getBackgroundPage();
function leave() {
  window.close();
}
document.getElementById('button').addEventListener('click', function () {
  bg.setMode('dark');
  leave();
});
