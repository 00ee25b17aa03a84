let blocked = ['example.com'];

const blockedLoaded = browser.storage.local.get().then((data) => {
  if (data.blocked) {
    blocked = data.blocked;
  }
}).catch(console.error);

browser.tabs.onUpdated.addListener(async (id, change) => {
  await blockedLoaded;
  if (change.url && blocked.includes(new URL(change.url).hostname)) browser.tabs.remove(id);
});
