var mode = 'light';

function setMode(value) {
  mode = value;
  chrome.browserAction.setBadgeText({ text: value });
}

function getMode() {
  return mode;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message, sender, sendResponse) {
  switch (message?.type) {
    case 'background/setMode':
      setMode(message.args.value);
      break;
    case 'background/getMode':
      sendResponse(getMode());
      break;
  }
});
