let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.a) { n++; sendResponse(n); }
  if (message.b) { n--; sendResponse(n); }
});
