let until = null;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.until) until = new Date(message.until);
  sendResponse(String(until));
});
