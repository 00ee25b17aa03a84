let count = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message) {
    case 'twice':
      count++;
    case 'once':
      count++;
      sendResponse(count);
      break;
    case 'ping':
      sendResponse('pong');
      break;
  }
});
