'use strict';

let style = { upper: false, mark: '.' };

// The library is ready once something is kept.
self.store.ready('style').then(() => {
  chrome.storage.local.get('style', (items) => {
    style = JSON.parse(items.style);
  });
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
