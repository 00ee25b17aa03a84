browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'id') {
    sendResponse(sender.id);
  }
});
