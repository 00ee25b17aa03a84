let blocked;
const blockedLoaded = (async () => {
  ({ blocked = [] } = await chrome.storage.local.get('blocked'));
})().catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await blockedLoaded;
  if (change.url && blocked.includes(change.url)) console.log('blocked', id);
});
