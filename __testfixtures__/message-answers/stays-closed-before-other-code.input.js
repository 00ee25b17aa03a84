chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.count) {
    chrome.storage.local.get('count', ({ count }) => sendResponse(count));
  }
  if (message.log) {
    console.log(message.log);
  }
});
