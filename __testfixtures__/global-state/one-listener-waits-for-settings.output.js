let settings = {};
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

const settingsLoaded = new Promise((resolve) => {
  chrome.storage.sync.get({ step: 1 }, (items) => {
    settings = items;
    resolve();
  });
});

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  count += settings.step > 1 ? 2 : 1;
  chrome.storage.session.set({ count });
});

chrome.tabs.onRemoved.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: String(count) });
});
