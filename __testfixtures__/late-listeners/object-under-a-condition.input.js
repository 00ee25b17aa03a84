class App {
  constructor() {
    this.init();
  }

  async init() {
    this.settings = await chrome.storage.local.get({ sound: true });
    chrome.tabs.onCreated.addListener((tab) => console.log(this.settings, tab.id));
  }
}

if (navigator.onLine) new App();
