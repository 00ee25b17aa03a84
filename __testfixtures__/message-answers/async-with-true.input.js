chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  await chrome.storage.local.set({ last: message });
  chrome.tabs.query({}, sendResponse);
  return true;
});

chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'get') {
    sendResponse(await chrome.storage.local.get(message.key));
  } else if (message.type === 'time') {
    sendResponse(Date.now());
  }
  return true;
});
