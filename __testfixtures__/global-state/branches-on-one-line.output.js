let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info) => {
  await stateRestored;
  if (info.url) {
    count++;
    chrome.storage.session.set({ count });
  }
  else {
    count--;
    chrome.storage.session.set({ count });
  }
  if (info.status) {
    count += 2;
    chrome.storage.session.set({ count });
  }
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    stateRestored.then(() => {
      sendResponse(count);
    });
    return true;
  }
  if (message === 'add') {
    stateRestored.then(() => {
      count++;
      chrome.storage.session.set({ count });
    });
  }
  return false;
});
