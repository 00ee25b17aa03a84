(async () => {
  const { blocked = [] } = await chrome.storage.local.get('blocked');
  chrome.tabs.onUpdated.addListener((id, change) => {
    if (change.url && blocked.includes(change.url)) console.log('blocked', id);
  });
})();
