class Settings {
  constructor(area) {
    this.options = {};
    if (!area) return;
    this.ready = this.load(area);
  }

  async load(area) {
    this.options = await area.get({ color: 'red' });
  }
}

const settings = new Settings(chrome.storage.managed);

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: settings.options.color });
});
