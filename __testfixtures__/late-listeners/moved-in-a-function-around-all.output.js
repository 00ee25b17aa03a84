(function () {
  var settings = {};

  var settingsLoaded = chrome.storage.local.get({ speed: 2 }).then(function (items) {
    settings = items;
  }).catch(console.error);

  chrome.commands.onCommand.addListener(async function (command) {
    await settingsLoaded;
    console.log(command, settings.speed);
  });
})();
