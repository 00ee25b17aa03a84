let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    setTimeout(() => { n++; sendResponse(n); }, 10);
    return true;
  }
});
