let settings = {};
function load() {
  return chrome.storage.local.get('settings').then((items) => {
    settings = items.settings || {};
  });
}
const settingsLoaded = load().catch(console.error);
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reload') load();
});
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.a);
});
