const GET = 'get';
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

const handlers = {
  add() {
    count++;
    chrome.storage.session.set({ count });
  },
  [GET]() {
    return count;
  },
};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handler = handlers[message];
  stateRestored.then(() => {
    if (handler) handler();
    sendResponse(handlers.get());
  });
  return true;
});
