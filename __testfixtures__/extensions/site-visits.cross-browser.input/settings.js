var settings = { label: '', sites: [] };

function readSettings(callback) {
  chrome.storage.local.get({ label: 'v', sites: ['one.example'] }, function (items) {
    callback(items);
  });
}

function loadSettings() {
  readSettings(function (items) {
    settings = items;
  });
}
