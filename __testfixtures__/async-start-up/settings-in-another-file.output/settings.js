var settings = {};

function getSettings(callback) {
  return chrome.storage.sync.get({ mute: false }).then(function (items) {
    callback(items);
  });
}

function reloadSettings() {
  return getSettings(function (items) {
    settings = items;
  });
}
