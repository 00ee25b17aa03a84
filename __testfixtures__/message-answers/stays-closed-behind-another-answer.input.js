chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.local.get('value', (items) => sendResponse(items.value));
  sendResponse('started');
});
chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  sendResponse('started');
  const { value } = await chrome.storage.local.get('value');
  sendResponse(value);
});
