let storageArea = chrome.storage.local;

chrome.storage.local.get({ sync: false }, ({ sync }) => {
  storageArea = sync ? chrome.storage.sync : chrome.storage.local;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.sync !== undefined) storageArea = message.sync ? chrome.storage.sync : chrome.storage.local;
  storageArea.get({ rules: [] }, ({ rules }) => sendResponse(rules));
  return true;
});
