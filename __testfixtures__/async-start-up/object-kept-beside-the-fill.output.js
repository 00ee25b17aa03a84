let app;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class App {
  constructor() {
    this.rules = [];
  }

  async init() {
    const loading = browser.storage.local.get('rules').then((saved) => { this.rules = saved.rules; });
    app = this;
    startListening();
    await loading;
  }

  onUpdated(id) {
    console.log(id, this.rules);
  }
}

browser.tabs.onUpdated.addListener(async (id) => {
  await listening;
  await settingsLoaded;
  app.onUpdated(id);
});

const settingsLoaded = (async () => {
  await new App().init();
})().catch(console.error);
