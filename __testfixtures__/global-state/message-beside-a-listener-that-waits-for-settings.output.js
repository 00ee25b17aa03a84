let settings = {};
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
const settingsLoaded = chrome.storage.sync.get({ step: 1 }).then((items) => {
  settings = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  count += settings.step > 1 ? 2 : 1;
  chrome.storage.session.set({ count });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    settingsLoaded.then(() => stateRestored.then(() => {
      sendResponse(count);
    }));
    return true;
  }
});
