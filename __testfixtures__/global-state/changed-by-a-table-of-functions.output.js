let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
const handlers = {
  add: () => {
    count++;
    chrome.storage.session.set({ count });
  },
  get: () => count,
};
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handler = handlers[message];
  if (handler) {
    stateRestored.then(() => {
      sendResponse(handler());
    });
    return true;
  }
});
