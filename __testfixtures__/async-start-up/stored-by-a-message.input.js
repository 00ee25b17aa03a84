let enabled = true;
chrome.storage.local.get({ enabled: true }, (items) => {
  enabled = items.enabled;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'on') {
    enabled = true;
    chrome.storage.local.set({ enabled });
  } else if (message === 'get') {
    sendResponse(enabled);
  }
});
