let timer;

function schedule() {
  clearInterval(timer);
  timer = setInterval(() => chrome.action.setBadgeText({ text: 'x' }), 60000);
}
schedule();
chrome.runtime.onMessage.addListener(() => schedule());
