const store = { items: {} };

store.loading = (async () => {
  store.items = await chrome.storage.local.get({ color: 'red', size: 2 });
  delete store.loading;
})();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: store.items.color });
});
