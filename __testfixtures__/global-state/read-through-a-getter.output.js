let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
const stats = { get total() { return count; } };
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(stats.total);
});
