class App {
  constructor() {
    this.settings = {};
    this.settingsLoaded = this.init().catch(console.error);
  }

  async init() {
    this.settings = await chrome.storage.local.get({ sound: true });
  }

  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }

  async onRemoved(tabId) {
    await this.settingsLoaded;
    if (this.settings.sound) console.log(tabId);
  }
}

const app = new App();
chrome.tabs.onCreated.addListener(async (tab) => {
  await app.settingsLoaded;
  app.onCreated(tab);
});
chrome.tabs.onRemoved.addListener(app.onRemoved.bind(app));
