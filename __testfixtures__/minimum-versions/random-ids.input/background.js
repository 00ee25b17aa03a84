chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(crypto.randomUUID());
});
