let storageArea = chrome.storage.local;
if (chrome.storage.sync) storageArea = chrome.storage.sync;

let action;
if (chrome.action) action = chrome.action;
else action = chrome.browserAction;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  action.setBadgeText({ text: message });
  storageArea.get({ rules: [] }, ({ rules }) => sendResponse(rules));
  return true;
});
