class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red' });
  }

  async get(key) {
    await this.ready;
    return this.options[key];
  }
}

const settings = new Settings();

settings.ready.catch((error) => chrome.browserAction.setTitle({ title: error.message }));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  settings.get('color').then(sendResponse);
  return true;
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
