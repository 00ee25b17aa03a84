var count = 101;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "count") {
    stateRestored.then(() => {
      ++count;
      chrome.storage.session.set({ count });
      sendResponse(count);
    });
    return true;
  }
});
