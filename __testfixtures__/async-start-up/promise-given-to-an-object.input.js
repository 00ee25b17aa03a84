const store = { items: {} };

store.loading = (async () => {
  const saved = await chrome.storage.local.get({ color: 'red', size: 2 });
  for (const key in saved) store.items[key] = saved[key];
})();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: store.items.color });
});
