let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    n++;
    sendResponse(n);
  }
  console.log('done', message);
});
