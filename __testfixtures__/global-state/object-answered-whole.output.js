const stats = { opened: 0, closed: 0 };
const stateRestored = chrome.storage.session.get({ stats }).then((saved) => {
  Object.assign(stats, saved.stats);
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  stats.opened++;
  chrome.storage.session.set({ stats });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  stats.closed++;
  chrome.storage.session.set({ stats });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(stats);
  });
  return true;
});
