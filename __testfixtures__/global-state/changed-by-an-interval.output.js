let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
setInterval(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
}, 1000);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(n);
});
