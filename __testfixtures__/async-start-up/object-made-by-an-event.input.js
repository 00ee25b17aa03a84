class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red' });
  }
}

let settings;

chrome.runtime.onStartup.addListener(() => {
  settings = new Settings();
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (settings) chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
