let uses = 0;
let shown = '';

function off() {
  count();
  chrome.browserAction.setBadgeText({ text: 'off' });
}

function count() {
  uses++;
}

async function load() {
  uses++;
  return 1;
}

function setTitle(title) {
  chrome.browserAction.setTitle({ title });
}

function show(text) {
  shown = text + uses;
  chrome.browserAction.setBadgeText({ text: shown });
}
