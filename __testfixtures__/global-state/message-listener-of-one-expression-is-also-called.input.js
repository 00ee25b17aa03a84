let count = 0;
const onMessage = (message, sender, sendResponse) => sendResponse(++count);
chrome.runtime.onMessage.addListener(onMessage);
chrome.tabs.onCreated.addListener(() => onMessage('created', undefined, console.log));
