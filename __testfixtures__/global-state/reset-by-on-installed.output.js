let n = 5;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.runtime.onInstalled.addListener(async () => {
  await stateRestored;
  n = 0;
  chrome.storage.session.set({ n });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n);
});
