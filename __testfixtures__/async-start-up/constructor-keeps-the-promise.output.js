class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load().catch(console.error);
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red', sounds: true });
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await settings.ready;
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'sounds') {
    settings.ready.then(() => {
      sendResponse(settings.options.sounds);
    });
    return true;
  }
});
