let settings = { size: 1 };
function getOption(name, callback) {
  chrome.storage.local.get(name, (items) => {
    if (chrome.runtime.lastError) {
      callback(undefined);
      return;
    }
    callback(items[name]);
  });
}
function load() {
  return new Promise((resolve) => {
    getOption('settings', (value) => {
      settings = value || settings;
      resolve();
    });
  });
}
const settingsLoaded = load().catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
