let options = { enabled: true };
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
chrome.storage.sync.get({ enabled: true }, (items) => {
  options = items;
});
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'hit' && options.enabled) {
    stateRestored.then(() => {
      count++;
      chrome.storage.session.set({ count });
    });
  }
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(count);
});
