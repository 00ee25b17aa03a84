let settings = {};
async function init() {
  settings.saved = await chrome.storage.local.get('size');
}
const settingsLoaded = init().catch(console.error);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.saved.size);
});
