let settings = { size: 1 };
function load() {
  return new Promise((resolve, reject) => {
    chrome.storage.local.get({ size: 1 }).then((items) => {
      settings = items;
      resolve();
    }).catch(reject);
  });
}
const settingsLoaded = load().catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
