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
ready.then(() => {
  chrome.storage.sync.get({ size: 1 }, (items) => {
    settings = items;
  });
});
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
