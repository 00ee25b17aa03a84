var stored = {};
var storedLoaded = chrome.storage.local.get({ stored: stored }).then(function(saved) {
  stored = saved.stored;
});

function isDark() {
  return stored.mode === 'dark';
}
