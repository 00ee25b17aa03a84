const started = Date.now();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(Date.now() - started);
});
