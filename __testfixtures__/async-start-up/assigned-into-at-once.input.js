const settings = { on: true };
async function load() {
  Object.assign(settings, await chrome.storage.local.get(settings));
}
load();
chrome.tabs.onCreated.addListener((tab) => {
  if (settings.on) chrome.tabs.remove(tab.id);
});
