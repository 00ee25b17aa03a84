class App {
  constructor() {
    this.settings = {};
    this.init();
  }

  async init() {
    this.settings = await chrome.storage.local.get({ sound: true });
    chrome.tabs.onCreated.addListener((tab) => this.onCreated(tab));
    chrome.tabs.onRemoved.addListener(this.onRemoved.bind(this));
  }

  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }

  onRemoved(tabId) {
    if (this.settings.sound) console.log(tabId);
  }
}

new App();
