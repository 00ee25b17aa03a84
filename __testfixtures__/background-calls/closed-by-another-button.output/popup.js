document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('button').onclick = () => window.close();
  start();
});
function start() {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
}
