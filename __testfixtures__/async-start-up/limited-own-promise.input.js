(function () {
  var commands = [];

  var migrated = new Promise(function (resolve) {
    chrome.storage.sync.get(function (kept) {
      if (kept.migrated) {
        resolve();
      } else {
        chrome.storage.local.get(function (old) {
          self._.forEach(old, function (value, key) {
            kept[key] = value;
          });
          chrome.storage.sync.set(kept, function () {
            resolve();
          });
        });
      }
    });
  });

  migrated.then(function () {
    chrome.commands.getAll(function (all) {
      commands = all;
    });
  });

  chrome.runtime.onMessage.addListener(function (request, sender, response) {
    if (request === 'commands') response(commands);
  });
})();
