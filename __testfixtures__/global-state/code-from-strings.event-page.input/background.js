let count = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  count++;
  sendResponse(count);
});
