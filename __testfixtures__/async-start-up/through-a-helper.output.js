var settings = null;

function load(callback) {
  return chrome.storage.local.get('settings').then(function (items) {
    callback(items.settings);
  });
}
var settingsLoaded = load(function (value) {
  settings = value;
}).catch(console.error);
chrome.commands.onCommand.addListener(async function () {
  await settingsLoaded;
  console.log(settings.name);
});
