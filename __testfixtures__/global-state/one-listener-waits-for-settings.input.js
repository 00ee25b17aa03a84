let settings = {};
let count = 0;

const settingsLoaded = new Promise((resolve) => {
  chrome.storage.sync.get({ step: 1 }, (items) => {
    settings = items;
    resolve();
  });
});

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  count += settings.step > 1 ? 2 : 1;
});

chrome.tabs.onRemoved.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(count) });
});
