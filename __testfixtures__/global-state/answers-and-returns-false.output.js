let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    stateRestored.then(() => {
      n++;
      chrome.storage.session.set({ n });
      sendResponse(n);
    });
    return true;
  }
  if (message === 'get') {
    stateRestored.then(() => {
      sendResponse(n);
    });
    return true;
  }
});
