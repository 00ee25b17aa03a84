let settings = { size: 1 };
const ready = new Promise((resolve) => {
  chrome.storage.sync.get({ moved: false }, (synced) => {
    if (synced.moved) {
      resolve();
    } else {
      chrome.storage.local.get(null, (items) => {
        if (items.size) chrome.storage.sync.set(items, () => resolve());
      });
    }
  });
});
const loading = ready.then(() => {
  return chrome.storage.sync.get({ size: 1 }).then((items) => {
    settings = items;
  });
}).catch(console.error);
const settingsLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
