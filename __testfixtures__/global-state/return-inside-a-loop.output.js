let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await stateRestored;
  for (let i = 0; i < 5; i++) {
    n++;
    chrome.storage.session.set({ n });
    if (n > 7) return;
  }
  console.log(n);
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  for (let i = 0; i < 3; i++) n++;
  chrome.storage.session.set({ n });
  while (n > 4) {
    n -= 2;
    if (n === 5) break;
  }
  chrome.storage.session.set({ n });
  console.log(n);
});
