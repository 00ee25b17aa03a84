let count = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => ++count > 3 && sendResponse(count));
