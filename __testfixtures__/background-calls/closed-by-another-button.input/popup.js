const bg = chrome.extension.getBackgroundPage();
document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('button').onclick = () => window.close();
  start();
});
function start() {
  bg.setMode('dark');
}
