chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'save') chrome.storage.local.set({ value: message.value }, sendResponse);
  if (message.type === 'load') {
    chrome.storage.local.get('value', sendResponse); // The whole object.
    return true;
  } // Nothing else.
});
chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  (async () => {
    const { value } = await chrome.storage.local.get('value'); // Kept by the page.
    // Only what is asked for.
    sendResponse(value); // Or nothing.
  })();
  return true;
});
