let active = false;
let interval;

function start() {
  active = true;
  interval = setInterval(() => chrome.browserAction.setTitle({ title: String(Date.now()) }), 1000);
}

function stop() {
  active = false;
  clearInterval(interval);
}

chrome.browserAction.onClicked.addListener(() => {
  if (active) stop();
  else start();
  chrome.browserAction.setBadgeText({ text: active ? 'on' : '' });
});
