const started = Date.now();
console.log('started', started);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(Date.now() - started);
});
