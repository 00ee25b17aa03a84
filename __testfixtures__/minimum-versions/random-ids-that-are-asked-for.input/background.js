chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(crypto.randomUUID ? crypto.randomUUID() : String(Math.random()));
});
