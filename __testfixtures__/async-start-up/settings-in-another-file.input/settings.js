var settings = {};

function getSettings(callback) {
  chrome.storage.sync.get({ mute: false }, function (items) {
    callback(items);
  });
}

function reloadSettings() {
  getSettings(function (items) {
    settings = items;
  });
}
