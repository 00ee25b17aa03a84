var settings = { color: 'red' };

var settingsLoaded = browser.storage.local.get().then((stored) => {
  Object.assign(settings, stored);
});
