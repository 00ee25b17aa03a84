class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load();
  }

  async load() {
    const response = await fetch('https://settings.example/options.json');
    this.options = await response.json();
  }

  async get(key) {
    await this.ready;
    return this.options[key];
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: await settings.get('color') });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  settings.ready.then(() => sendResponse(settings.options));
  return true;
});
