chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.key === 'tabs')
    chrome.tabs.query({}, sendResponse);
  else if (message.key === 'now')
    sendResponse(Date.now());
  else
    // Everything else is stored.
    chrome.storage.local.get(message.key, (items) => sendResponse(items[message.key]));
});
