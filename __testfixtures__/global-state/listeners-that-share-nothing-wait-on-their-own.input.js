let settings = {};
let opened = 0;
let closed = 0;
const settingsLoaded = chrome.storage.sync.get({ limit: 3 }).then((items) => {
  settings = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  opened += 1;
  if (opened < settings.limit) return;
  opened = 0;
  chrome.storage.local.set({ full: true });
});

chrome.tabs.onRemoved.addListener(() => {
  closed += 1;
  chrome.action.setBadgeText({ text: String(closed) });
});
