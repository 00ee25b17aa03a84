let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(() => {
  setTimeout(async () => {
    await stateRestored;
    n++;
    chrome.storage.session.set({ n });
    chrome.action.setBadgeText({ text: String(n) });
  }, 500);
});
chrome.tabs.onRemoved.addListener(() => {
  setTimeout(async function () {
    await stateRestored;
    n = 0
    chrome.storage.session.set({ n });
  }, 100)
});
