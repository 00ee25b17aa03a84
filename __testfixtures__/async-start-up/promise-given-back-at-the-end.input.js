class App {
  constructor() {
    this.settings = {};
  }
  start() {
    chrome.storage.local.get(null, (settings) => {
      this.settings = settings;
    });
    chrome.tabs.onCreated.addListener(this.onCreated.bind(this));
  }
  onCreated(tab) {
    console.log(this.settings, tab.id);
  }
}
const app = new App();
app.start();
