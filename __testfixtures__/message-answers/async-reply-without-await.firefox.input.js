browser.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  sendResponse(message.id + 1);
});
