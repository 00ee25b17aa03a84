let options = { enabled: true };
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
chrome.storage.sync.get({ enabled: true }, (items) => {
  options = items;
});
chrome.tabs.onCreated.addListener(async () => {
  if (options.enabled) {
    await stateRestored;
    count++;
    chrome.storage.session.set({ count });
  }
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  count = 0;
  chrome.storage.session.set({ count });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    stateRestored.then(() => {
      sendResponse(count);
    });
    return true;
  } else if (message === 'enabled') {
    sendResponse(options.enabled);
  }
});
