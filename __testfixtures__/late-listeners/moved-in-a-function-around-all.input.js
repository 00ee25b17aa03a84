(function () {
  var settings = {};

  chrome.storage.local.get({ speed: 2 }, function (items) {
    settings = items;
    chrome.commands.onCommand.addListener(function (command) {
      console.log(command, settings.speed);
    });
  });
})();
