var Counter = 3;
class App {
  constructor(counter) {
    this.counter = counter;
    this.prefsLoaded = this.init().catch(console.error);
  }

  async init() {
    this.prefs = await chrome.storage.local.get({ sound: true });
  }

  tell(tabId) {
    var app = this.counter;
    if (this.prefs.sound) console.log(app, tabId);
  }
}

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await theApp.prefsLoaded;
  theApp.tell(tabId);
});

// Here it begins.
const theApp = new App(Counter);
