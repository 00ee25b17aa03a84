let settings = {};
let opened = 0;
let closed = 0;
const stateRestored = chrome.storage.session.get({ opened, closed }).then((saved) => {
  opened = saved.opened;
  closed = saved.closed;
}).catch(console.error);
const settingsLoaded = chrome.storage.sync.get({ limit: 3 }).then((items) => {
  settings = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  opened += 1;
  chrome.storage.session.set({ opened });
  if (opened < settings.limit) return;
  opened = 0;
  chrome.storage.session.set({ opened });
  chrome.storage.local.set({ full: true });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  closed += 1;
  chrome.storage.session.set({ closed });
  chrome.action.setBadgeText({ text: String(closed) });
});
