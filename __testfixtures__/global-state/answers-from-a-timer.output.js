let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    setTimeout(async () => {
      await stateRestored;
      n++;
      chrome.storage.session.set({ n });
      sendResponse(n);
    }, 10);
    return true;
  }
});
