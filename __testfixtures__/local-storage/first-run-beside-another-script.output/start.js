var stored = {};
var storedLoaded = chrome.storage.local.get({ stored: stored }).then(function(saved) {
  stored = saved.stored;
});

storedLoaded.then(function() {
  if (!stored.installed) {
    stored.installed = 'true';
    chrome.storage.local.set({ stored: stored });
    chrome.tabs.create({ url: 'welcome.html' });
  }
});
