let settings = {};
const seen = {};
const loaded = chrome.storage.sync.get({ step: 1 }).then((items) => {
  settings = items;
});

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await loaded;
  seen[id] = settings.step > 1 ? 2 : 1;
});

chrome.tabs.onRemoved.addListener((id) => {
  delete seen[id];
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.action.setBadgeText({ text: String(seen[tabId] || '') });
});
