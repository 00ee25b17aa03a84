let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    n++;
    sendResponse(n);
    return false;
  }
  if (message === 'get') {
    sendResponse(n);
    return;
  }
});
