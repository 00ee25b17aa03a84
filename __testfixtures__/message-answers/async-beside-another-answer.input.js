chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'count') sendResponse((await chrome.tabs.query({})).length);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.count) {
    chrome.storage.local.get('count', ({ count }) => sendResponse(count));
    return true;
  }
});
