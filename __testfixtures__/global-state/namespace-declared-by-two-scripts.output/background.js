var counter = { count: 5, add() {
  this.count += 2;
  chrome.storage.session.set({ count: this.count });
} };
const stateRestored = chrome.storage.session.get({ count: counter.count }).then((saved) => {
  counter.count = saved.count;
}).catch(console.error);

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  counter.add();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(counter.count);
  });
  return true;
});
