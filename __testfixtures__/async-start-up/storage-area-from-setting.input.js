let storageArea = chrome.storage.local;

chrome.storage.local.get({ sync: false }, ({ sync }) => {
  if (sync) storageArea = chrome.storage.sync;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  storageArea.get({ rules: [] }, ({ rules }) => sendResponse(rules));
  return true;
});
