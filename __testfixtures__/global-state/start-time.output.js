let started = Date.now();
const stateRestored = chrome.storage.session.get({ started }).then((saved) => {
  started = saved.started;
  chrome.storage.session.set({ started });
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(Date.now() - started);
  });
  return true;
});
