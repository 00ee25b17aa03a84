let enabled = true;
chrome.storage.local.get({ enabled: true }, (items) => {
  enabled = items.enabled;
});
chrome.storage.onChanged.addListener((changes) => {
  if (changes.enabled) enabled = changes.enabled.newValue;
});
chrome.tabs.onUpdated.addListener((id) => {
  if (enabled) console.log(id);
});
