const ready = new Promise((resolve, reject) => {
  chrome.storage.local.get('limit', ({ limit }) => {
    if (limit) resolve(limit);
    else reject(new Error('no limit'));
  });
});
let count = 0;
chrome.tabs.onCreated.addListener(async () => {
  await ready;
  count++;
});
chrome.tabs.onRemoved.addListener(() => {
  count--;
  chrome.action.setBadgeText({ text: String(count) });
});
