let settings = {};
function load() {
  chrome.storage.local.get('settings', (items) => {
    settings = items.settings || {};
  });
}
load();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reload') load();
});
chrome.tabs.onUpdated.addListener(() => console.log(settings.a));
