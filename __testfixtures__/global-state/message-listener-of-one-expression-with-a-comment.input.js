let count = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 'count' && /* the new one */ sendResponse(++count));
