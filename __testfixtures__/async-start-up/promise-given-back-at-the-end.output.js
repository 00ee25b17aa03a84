class App {
  constructor() {
    this.settings = {};
  }
  start() {
    const loading = chrome.storage.local.get(null).then((settings) => {
      this.settings = settings;
    });
    chrome.tabs.onCreated.addListener(this.onCreated.bind(this));
    return loading;
  }
  async onCreated(tab) {
    await settingsLoaded;
    console.log(this.settings, tab.id);
  }
}
const app = new App();
const settingsLoaded = app.start().catch(console.error);
