const id = Math.random().toString(36).slice(2);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(id);
});
