let on = false;
const stateRestored = chrome.storage.session.get({ on }).then((saved) => {
  on = saved.on;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'toggle') {
    stateRestored.then(() => {
      on = !on;
      chrome.storage.session.set({ on });
    });
  }
  if (message === 'get') {
    chrome.tabs.query({ active: true }, async (tabs) => {
      await stateRestored;
      sendResponse({ on, count: tabs.length });
    });
  }
  return true;
});
