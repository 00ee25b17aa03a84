let settings = {};
const settingsLoaded = chrome.storage.sync.get(null).then((items) => {
  Object.assign(settings, items);
}).catch(console.error);
chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason !== 'install') return;
  await settingsLoaded;
  settings = { size: 2 };
  chrome.storage.sync.set(settings);
});
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
