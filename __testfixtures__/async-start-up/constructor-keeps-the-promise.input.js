class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red', sounds: true });
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'sounds') sendResponse(settings.options.sounds);
});
