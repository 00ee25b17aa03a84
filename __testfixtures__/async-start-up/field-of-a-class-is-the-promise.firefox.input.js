class Settings {
  options = {};
  #ready = this.#load();

  constructor() {
    browser.tabs.onActivated.addListener(({ tabId }) => this.show(tabId));
  }

  async #load() {
    this.options = await browser.storage.local.get({ color: 'red' });
  }

  show(tabId) {
    browser.browserAction.setBadgeBackgroundColor({ tabId, color: this.options.color });
  }
}

const settings = new Settings();
