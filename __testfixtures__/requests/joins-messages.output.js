chrome.runtime.onMessage.addListener((request, sender, sendResponse) => sendResponse(1));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(2));
