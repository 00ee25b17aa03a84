let n = 0;
let name = '';
const stateRestored = chrome.storage.session.get({ n, name }).then((saved) => {
  n = saved.n;
  name = saved.name;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'add') {
    stateRestored.then(() => {
      n += 1;
      chrome.storage.session.set({ n });
    });
  } else if (message.type === 'name') {
    stateRestored.then(() => {
      name = String(message.name);
      chrome.storage.session.set({ name });
      sendResponse(true);
    });
    return true;
  } else if (message.type === 'both') {
    stateRestored.then(() => {
      sendResponse({ n, name });
    });
    return true;
  } else {
    sendResponse(false);
  }
});
