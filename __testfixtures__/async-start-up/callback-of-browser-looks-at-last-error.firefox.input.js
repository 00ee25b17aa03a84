let blocked = ['example.com'];

browser.storage.local.get('blocked', (data) => {
  if (browser.runtime.lastError) return;
  blocked = data.blocked;
});

browser.tabs.onUpdated.addListener((id, change) => {
  if (change.url && blocked.includes(new URL(change.url).hostname)) browser.tabs.remove(id);
});
