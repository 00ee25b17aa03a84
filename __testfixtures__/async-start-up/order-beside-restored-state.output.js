let options = { enabled: true };
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
const optionsLoaded = chrome.storage.sync.get({ enabled: true }).then((items) => {
  options = items;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  await optionsLoaded;
  if (options.enabled) {
    count++;
    chrome.storage.session.set({ count });
  }
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  await optionsLoaded;
  count = 0;
  chrome.storage.session.set({ count });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    stateRestored.then(async () => {
      await optionsLoaded;
      sendResponse(count);
    });
    return true;
  } else if (message === 'enabled') {
    optionsLoaded.then(() => {
      sendResponse(options.enabled);
    });
    return true;
  }
});
