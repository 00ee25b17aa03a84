var n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(window.n);
});
