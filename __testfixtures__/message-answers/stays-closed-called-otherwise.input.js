function handle(message, sender, sendResponse) {
  chrome.storage.local.get(message.key, (items) => sendResponse(items[message.key]));
}

chrome.runtime.onMessage.addListener(handle);
chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  if (sender.id === 'friend') return handle(message, sender, sendResponse);
});
