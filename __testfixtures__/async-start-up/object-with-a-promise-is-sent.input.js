class Settings {
  constructor() {
    this.color = 'grey';
    this.load();
  }

  async load() {
    const { color } = await chrome.storage.local.get({ color: 'red' });
    this.color = color;
  }
}

const settings = new Settings();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(settings);
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.color });
});
