browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(message.id + 1);
});
