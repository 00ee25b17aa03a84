browser.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'id') {
    sendResponse(sender.id);
  }
});
