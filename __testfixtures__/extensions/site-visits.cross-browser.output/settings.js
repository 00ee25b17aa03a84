var settings = { label: '', sites: [] };

function readSettings(callback) {
  return chrome.storage.local.get({ label: 'v', sites: ['one.example'] }).then(function (items) {
    callback(items);
  });
}

function loadSettings() {
  return readSettings(function (items) {
    settings = items;
  });
}
