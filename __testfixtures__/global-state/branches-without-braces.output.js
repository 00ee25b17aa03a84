let paused = false;
const stateRestored = chrome.storage.session.get({ paused }).then((saved) => {
  paused = saved.paused;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    if (paused) {
      paused = false;
      chrome.storage.session.set({ paused });
    } else {
      paused = true;
      chrome.storage.session.set({ paused });
    }
  });
});

chrome.runtime.onMessageExternal.addListener((message) => {
  if (message === 'resume') {
    stateRestored.then(() => {
      paused = false;
      chrome.storage.session.set({ paused });
    });
  }
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (!paused) console.log(tab.id);
});
