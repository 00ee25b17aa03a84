async function main() {
  const { watched, limit } = await chrome.storage.local.get({ watched: ['https://a.example/'], limit: 2 });
  if (!watched.length) return;
  chrome.tabs.onUpdated.addListener((id, change) => {
    if (watched.includes(change.url) && id < limit) console.log('watched', id);
  });
}

main();
