'use strict';

let style = { upper: false, mark: '.' };

const kept = new Promise((resolve) => {
  chrome.storage.local.get('style', (items) => {
    // Nothing is kept before the first choice: what is not there is no JSON.
    resolve(JSON.parse(items.style));
  });
});

kept.then((chosen) => {
  style = chosen;
});

function written(word) {
  return (style.upper ? word.toUpperCase() : word) + style.mark;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.write) {
    sendResponse(written(message.write));
  } else if (message.style) {
    style = message.style;
    chrome.storage.local.set({ style: JSON.stringify(style) }, () => sendResponse(true));
  } else if (message.mark) {
    style.mark = message.mark;
    chrome.storage.local.set({ style: JSON.stringify(style) }, () => sendResponse(true));
  }
  return true;
});
