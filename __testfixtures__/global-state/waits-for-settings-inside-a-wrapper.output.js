(function () {
  const ready = chrome.storage.local.get('limit').catch(() => ({}));
  let count = 0;
  const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
    count = saved.count;
  }).catch(console.error);
  chrome.tabs.onCreated.addListener(async () => {
    await ready;
    await stateRestored;
    count++;
    chrome.storage.session.set({ count });
  });
  chrome.tabs.onRemoved.addListener(async () => {
    await ready;
    await stateRestored;
    count--;
    chrome.storage.session.set({ count });
    chrome.action.setBadgeText({ text: String(count) });
  });
})();
