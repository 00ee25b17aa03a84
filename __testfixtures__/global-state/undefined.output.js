let current;
const stateRestored = chrome.storage.session.get({ current: { value: current } }).then((saved) => {
  current = saved.current.value;
}).catch(console.error);
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  console.log(current === undefined ? 'none' : current);
  current = tabId;
  chrome.storage.session.set({ current: { value: current } });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  current = undefined;
  chrome.storage.session.set({ current: { value: current } });
});
