let settings = { size: 1 };
const moved = new Promise((resolve) => {
  chrome.storage.sync.get({ moved: false }, (synced) => {
    if (synced.moved) {
      resolve();
    } else {
      chrome.storage.local.get(null, (items) => {
        chrome.storage.sync.set({ ...items, moved: true }, () => {
          resolve();
        });
      });
    }
  });
});
const settingsLoaded = moved.then(() => {
  return chrome.storage.sync.get({ size: 1 }).then((items) => {
    settings = items;
  });
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
