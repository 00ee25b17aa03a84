let blocked = ['example.com'];

const blockedLoaded = new Promise((resolve) => browser.storage.local.get('blocked', (data) => {
  resolve();
  if (browser.runtime.lastError) return;
  blocked = data.blocked;
})).catch(console.error);

browser.tabs.onUpdated.addListener(async (id, change) => {
  await blockedLoaded;
  if (change.url && blocked.includes(new URL(change.url).hostname)) browser.tabs.remove(id);
});
