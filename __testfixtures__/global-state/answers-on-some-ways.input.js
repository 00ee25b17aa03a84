let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'ping') {
    sendResponse('pong');
    return;
  }
  n++;
  if (message === 'get') sendResponse(n);
});
