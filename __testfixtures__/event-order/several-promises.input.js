let settings = {};
const settingsLoaded = chrome.storage.local.get({ limit: 3 }).then((saved) => {
  settings = saved;
}).catch(console.error);
let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  await settingsLoaded;
  opened++;
  chrome.storage.session.set({ opened });
  chrome.action.setBadgeText({ text: opened > settings.limit ? '!' : '' });
});
chrome.windows.onCreated.addListener(async () => {
  await settingsLoaded;
  chrome.action.setBadgeText({ text: String(settings.limit) });
});
