let last = new Date();
let id = crypto.randomUUID();
const stateRestored = chrome.storage.session.get({ last: last.getTime(), id }).then((saved) => {
  last = new Date(saved.last);
  id = saved.id;
  chrome.storage.session.set({ last: last.getTime(), id });
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'id') {
    stateRestored.then(() => {
      sendResponse(id.length);
    });
    return true;
  }
  else {
    stateRestored.then(() => {
      sendResponse(Date.now() - last);
    });
    return true;
  }
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  last = new Date();
  chrome.storage.session.set({ last: last.getTime() });
});
