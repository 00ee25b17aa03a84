chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'found') {
    chrome.storage.local.get(message.key, (items) => {
      if (items[message.key]) sendResponse(items[message.key]);
    });
  }
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  chrome.tabs.query({}, (tabs) => {
    if (tabs.length === 0) return;
    sendResponse(tabs.length);
  });
});
