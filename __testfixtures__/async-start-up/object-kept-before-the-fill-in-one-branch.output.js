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
    app = this;
    if (navigator.onLine) startListening();
    this.rules = (await browser.storage.local.get('rules')).rules;
    startListening();
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
