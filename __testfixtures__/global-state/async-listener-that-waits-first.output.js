let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  const tab = await chrome.tabs.get(id).catch(() => ({}));
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
  chrome.action.setBadgeText({ text: String(n) });
});
