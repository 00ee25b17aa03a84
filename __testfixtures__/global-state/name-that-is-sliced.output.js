let id = Math.random().toString(36).slice(2);
const stateRestored = chrome.storage.session.get({ id }).then((saved) => {
  id = saved.id;
  chrome.storage.session.set({ id });
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(id);
  });
  return true;
});
