let n = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  try {
    n++;
    sendResponse(n);
  } catch (error) {
    sendResponse(String(error));
  }
});
