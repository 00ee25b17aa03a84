let locked = 0;
const stateRestored = chrome.storage.session.get({ locked }).then((saved) => {
  locked = saved.locked;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'lock') {
    stateRestored.then(() => {
      if (locked > 2) return;
      locked++;
      chrome.storage.session.set({ locked });
    });
    return;
  }
  if (message.type === 'free') {
    stateRestored.then(() => {
      if (locked === 0) return;
      locked--;
      chrome.storage.session.set({ locked });
    });
  } else if (message.type === 'open') {
    chrome.tabs.create({ url: message.url });
  }
});
