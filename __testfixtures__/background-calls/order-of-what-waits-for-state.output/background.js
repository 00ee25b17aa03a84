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

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message?.type) {
    case 'background/off':
      off();
      sendResponse();
      break;
    case 'background/setTitle':
      setTitle(message.args.title);
      break;
    case 'background/show':
      show(message.args.text);
      sendResponse();
      break;
  }
});
