const store = { items: {} };

store.loading = (async () => {
  const saved = await chrome.storage.local.get({ color: 'red', size: 2 });
  for (const key in saved) store.items[key] = saved[key];
})().catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await store.loading;
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: store.items.color });
});
