class Settings {
  constructor() {
    this.options = {};
    if (chrome.storage.sync) {
      chrome.storage.sync.get({ color: 'red' }, (items) => {
        this.options = items;
      });
    }
  }
}

const settings = new Settings();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
