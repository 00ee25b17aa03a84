let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
const api = {
  bump() {
    count++;
    chrome.storage.session.set({ count });
  },
};
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  api.bump();
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(count);
});
