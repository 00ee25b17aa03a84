let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    try {
      n++;
      chrome.storage.session.set({ n });
      sendResponse(n);
    } catch (error) {
      sendResponse(String(error));
    }
  });
  return true;
});
