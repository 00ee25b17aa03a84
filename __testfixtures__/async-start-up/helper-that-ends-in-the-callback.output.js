var settings = {};
function load() {
  return chrome.storage.local.get('settings').then(function (items) {
    settings = items.settings || {};
  });
}
var settingsLoaded = load().catch(console.error);
chrome.tabs.onUpdated.addListener(async function () {
  await settingsLoaded;
  console.log(settings.a);
});
