chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(eval('(' + message.json + ')'));
});
