var settings = {};
function load() {
  chrome.storage.local.get('settings', function (items) {
    settings = items.settings || {};
  });
}
load();
chrome.tabs.onUpdated.addListener(function () { console.log(settings.a); });
