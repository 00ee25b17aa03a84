let count = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 'count' || sendResponse(++count));
