let storageArea = chrome.storage.local;

const storageAreaLoaded = chrome.storage.local.get({ sync: false }).then(({ sync }) => {
  if (sync) storageArea = chrome.storage.sync;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  storageAreaLoaded.then(() => {
    storageArea.get({ rules: [] }, ({ rules }) => sendResponse(rules));
  });
  return true;
});
