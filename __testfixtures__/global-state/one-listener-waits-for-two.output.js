const one = chrome.storage.local.get('limit').catch(() => ({}));
const two = chrome.storage.sync.get('color').catch(() => ({}));
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await one;
  await two;
  await stateRestored;
  count += 3;
  chrome.storage.session.set({ count });
});
chrome.tabs.onCreated.addListener(async () => {
  await one;
  await two;
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
});
chrome.tabs.onRemoved.addListener(async () => {
  await one;
  await two;
  await stateRestored;
  count--;
  chrome.storage.session.set({ count });
  chrome.action.setBadgeText({ text: String(count) });
});
