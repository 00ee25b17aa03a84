const ready = browser.storage.local.get('limit').catch(() => ({}));
let count = 0;
browser.runtime.onMessage.addListener(async (message) => {
  if (message === 'add') {
    await ready;
    count++;
    return count;
  }
  if (message === 'get') return count;
});
browser.tabs.onRemoved.addListener(() => {
  count--;
  browser.browserAction.setBadgeText({ text: String(count) });
});
