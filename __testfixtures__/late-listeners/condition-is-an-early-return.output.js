let watched, limit;
async function main() {
  ({ watched, limit } = await chrome.storage.local.get({ watched: ['https://a.example/'], limit: 2 }));
}

const settingsLoaded = main().catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await settingsLoaded;
  if (!watched.length) return;
  if (watched.includes(change.url) && id < limit) console.log('watched', id);
});
