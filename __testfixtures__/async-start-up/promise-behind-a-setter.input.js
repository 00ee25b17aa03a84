class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
  }

  set ready(promise) {
    promise.catch(() => chrome.runtime.reload());
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red' });
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
