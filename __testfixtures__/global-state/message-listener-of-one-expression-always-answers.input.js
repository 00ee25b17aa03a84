let count = 0, last = null;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 'next' ? sendResponse(++count) : (last = message.id, count--, sendResponse({ count, last })));
chrome.tabs.onCreated.addListener(() => count++);
