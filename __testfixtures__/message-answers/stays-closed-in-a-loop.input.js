chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  for (const key of message.keys) {
    chrome.storage.local.get(key, (items) => sendResponse(items[key]));
  }
});
