chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(chrome.runtime.getURL(message.file));
});
