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
  }

  onUpdated(id) {
    console.log(id, this.rules);
  }
}

let app;
const settingsLoaded = (async () => {
  app = new App();
  const loading = app.init();
  startListening();
  await loading;
})().catch(console.error);

browser.tabs.onUpdated.addListener(async (id) => {
  await listening;
  await settingsLoaded;
  app.onUpdated(id);
});
