var mode = 'light';

function setMode(value) {
  mode = value;
  chrome.browserAction.setBadgeText({ text: value });
}

function getMode() {
  return mode;
}
