let settings = {};

function withSettings(use) {
  [settings].forEach((one) => use(one));
}

function watch() {
  chrome.tabs.onRemoved.addListener((tabId) => console.log(settings.name, tabId));
}

withSettings(({ name }) => console.log(name));

chrome.storage.local.get('settings', (stored) => {
  settings = stored.settings;
  withSettings(watch);
});
