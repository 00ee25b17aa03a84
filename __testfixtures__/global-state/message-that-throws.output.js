let locked = 0;
const stateRestored = chrome.storage.session.get({ locked }).then((saved) => {
  locked = saved.locked;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'lock') {
    stateRestored.then(() => {
      if (locked > 2) throw new Error('locked');
      locked++;
      chrome.storage.session.set({ locked });
    });
  } else if (message.type === 'count') {
    stateRestored.then(() => {
      sendResponse(locked);
    });
    return true;
  }
});
