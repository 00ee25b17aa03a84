let enabled = true;
const enabledLoaded = chrome.storage.local.get({ enabled: true }).then((items) => {
  enabled = items.enabled;
}).catch(console.error);
chrome.storage.onChanged.addListener((changes) => {
  if (changes.enabled) enabled = changes.enabled.newValue;
});
chrome.tabs.onUpdated.addListener(async (id) => {
  await enabledLoaded;
  if (enabled) console.log(id);
});
