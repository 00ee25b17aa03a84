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

  var loading = migrated.then(function () {
    return chrome.commands.getAll().then(function (all) {
      commands = all;
    });
  }).catch(console.error);
  var commandsLoaded = Promise.race([loading, new Promise(function (resolve) { setTimeout(resolve, 5000); })]);

  chrome.runtime.onMessage.addListener(function (request, sender, response) {
    if (request === 'commands') {
      commandsLoaded.then(function () {
        response(commands);
      });
      return true;
    }
  });
})();
