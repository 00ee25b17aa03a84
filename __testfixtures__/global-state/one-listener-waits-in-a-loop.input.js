const ready = chrome.storage.local.get('limit').catch(() => ({}));
let count = 0;
chrome.tabs.onCreated.addListener(async (tab) => {
  for (const id of [1, 2]) {
    await ready;
    count++;
  }
});
chrome.tabs.onRemoved.addListener(() => {
  count--;
  chrome.action.setBadgeText({ text: String(count) });
});
