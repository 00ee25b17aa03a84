const cache = {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (typeof message.key !== 'string') return;
  if (message.key in cache) {
    sendResponse(cache[message.key]);
  } else if (message.key === 'tabs') {
    chrome.tabs.query({}, (tabs) => {
      if (chrome.runtime.lastError) {
        sendResponse(0);
        return;
      }
      sendResponse(tabs.length);
    });
    return true;
  } else {
    chrome.storage.local.get(message.key, (items) => sendResponse(items[message.key]));
    return true;
  }
});
