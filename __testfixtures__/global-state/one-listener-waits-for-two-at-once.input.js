const one = chrome.storage.local.get('limit').catch(() => ({}));
const two = chrome.storage.sync.get('color').catch(() => ({}));
let count = 0;
chrome.tabs.onCreated.addListener(async () => {
  const [{ limit }, { color }] = await Promise.all([one, two]);
  count++;
});
chrome.tabs.onRemoved.addListener(() => {
  count--;
  chrome.action.setBadgeText({ text: String(count) });
});
