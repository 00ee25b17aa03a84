let app;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class App {
  constructor() {
    this.init();
  }

  async init() {
    this.settings = await chrome.storage.local.get({ sound: true });
    app = this;
    startListening();
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(app.settings, tab.id);
});

if (navigator.onLine) new App();
