// mv3-codemod-ignore global-state: only for the log
let last = 0;
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    stateRestored.then(() => {
      count++;
      chrome.storage.session.set({ count });
      last = count;
    });
  }
  if (message === 'last') {
    stateRestored.then(() => {
      console.log(last);
      sendResponse(count);
    });
    return true;
  }
});
