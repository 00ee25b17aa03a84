const ready = browser.storage.local.get('limit').catch(() => ({}));
let count = 0;
const stateRestored = browser.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
browser.runtime.onMessage.addListener(async (message) => {
  if (message === 'add') {
    await ready;
    await stateRestored;
    count++;
    browser.storage.session.set({ count });
    return count;
  }
  if (message === 'get') {
    await ready;
    await stateRestored;
    return count;
  }
});
browser.tabs.onRemoved.addListener(async () => {
  await ready;
  await stateRestored;
  count--;
  browser.storage.session.set({ count });
  browser.browserAction.setBadgeText({ text: String(count) });
});
