var Counter = 3;
class App {
  constructor(counter) {
    this.counter = counter;
    this.init();
  }

  async init() {
    this.prefs = await chrome.storage.local.get({ sound: true });
    chrome.tabs.onRemoved.addListener((tabId) => this.tell(tabId));
  }

  tell(tabId) {
    var app = this.counter;
    if (this.prefs.sound) console.log(app, tabId);
  }
}

// Here it begins.
new App(Counter);
