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
    this.rules = (await browser.storage.local.get('rules')).rules;
    app = this;
    startListening();
  }

  onUpdated(id) {
    console.log(id, this.rules);
  }
}

browser.tabs.onUpdated.addListener(async (id) => {
  await listening;
  app.onUpdated(id);
});

browser.tabs.onRemoved.addListener(async () => {
  await appLoaded;
  app = { onUpdated: console.log };
});

const appLoaded = (async () => {
  await new App().init();
})().catch(console.error);
