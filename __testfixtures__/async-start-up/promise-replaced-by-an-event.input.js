class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
    chrome.storage.onChanged.addListener(() => {
      this.ready = this.load();
    });
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red' });
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
