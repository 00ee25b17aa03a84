const settings = { on: true };
async function load() {
  Object.assign(settings, await chrome.storage.local.get(settings));
}
const settingsLoaded = load().catch(console.error);
chrome.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  if (settings.on) chrome.tabs.remove(tab.id);
});
