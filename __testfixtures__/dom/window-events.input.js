window.addEventListener('message', (event) => console.log(event.data));
window.addEventListener('load', start);
window.addEventListener('online', start);
document.addEventListener('visibilitychange', start);
window.onload = start;

function start() {
  chrome.browserAction.setBadgeText({ text: '' });
}
