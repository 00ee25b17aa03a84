let enabled = true;
const enabledLoaded = chrome.storage.local.get({ enabled: true }).then((items) => {
  enabled = items.enabled;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'on') {
    enabledLoaded.then(() => {
      enabled = true;
      chrome.storage.local.set({ enabled });
    });
  } else if (message === 'get') {
    enabledLoaded.then(() => {
      sendResponse(enabled);
    });
    return true;
  }
});
