const one = chrome.storage.local.get('limit').catch(() => ({}));
const two = chrome.storage.sync.get('color').catch(() => ({}));
let count = 0;
chrome.tabs.onUpdated.addListener(async () => {
  await one;
  count += 3;
});
chrome.tabs.onCreated.addListener(async () => {
  await one;
  await two;
  count++;
});
chrome.tabs.onRemoved.addListener(() => {
  count--;
  chrome.action.setBadgeText({ text: String(count) });
});
