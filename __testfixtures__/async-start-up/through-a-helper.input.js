var settings = null;

function load(callback) {
  chrome.storage.local.get('settings', function (items) {
    callback(items.settings);
  });
}
load(function (value) {
  settings = value;
});
chrome.commands.onCommand.addListener(function () {
  console.log(settings.name);
});
