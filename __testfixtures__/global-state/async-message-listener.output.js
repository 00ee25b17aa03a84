let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.runtime.onMessage.addListener(async (message) => {
  await stateRestored;
  if (message === 'add') {
    n++;
    chrome.storage.session.set({ n });
  }
  return n;
});
