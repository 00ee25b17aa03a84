'use strict';

let style = { upper: false, mark: '.' };

// The library is ready once something is kept.
const loading = self.store.ready('style').then(() => {
  return chrome.storage.local.get('style').then((items) => {
    style = JSON.parse(items.style);
  });
}).catch(console.error);
const styleLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

function written(word) {
  return (style.upper ? word.toUpperCase() : word) + style.mark;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.write) {
    styleLoaded.then(() => {
      sendResponse(written(message.write));
    });
  } else if (message.style) {
    styleLoaded.then(() => {
      style = message.style;
      chrome.storage.local.set({ style: JSON.stringify(style) }, () => sendResponse(true));
    });
  } else if (message.mark) {
    styleLoaded.then(() => {
      style.mark = message.mark;
      chrome.storage.local.set({ style: JSON.stringify(style) }, () => sendResponse(true));
    });
  }
  return true;
});
