let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message) {
    case 'add':
      n++;
      sendResponse(n);
      break;
    case 'ping':
      sendResponse('pong');
      break;
  }
  console.log('done');
});
