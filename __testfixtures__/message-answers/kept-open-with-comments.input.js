chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'save') chrome.storage.local.set({ value: message.value }, sendResponse);
  if (message.type === 'load') {
    chrome.storage.local.get('value', sendResponse); // The whole object.
  } // Nothing else.
});
chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  const { value } = await chrome.storage.local.get('value'); // Kept by the page.
  // Only what is asked for.
  sendResponse(value); // Or nothing.
});
