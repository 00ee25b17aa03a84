let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  ++n;
  chrome.storage.session.set({ n });
  if (n > 3) console.log('many');
});
