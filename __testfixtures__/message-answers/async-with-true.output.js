chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  (async () => {
    await chrome.storage.local.set({ last: message });
    chrome.tabs.query({}, sendResponse);
  })();
  return true;
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  if (message.type === 'get') {
    (async () => {
      sendResponse(await chrome.storage.local.get(message.key));
    })();
    return true;
  } else if (message.type === 'time') {
    sendResponse(Date.now());
  }
});
