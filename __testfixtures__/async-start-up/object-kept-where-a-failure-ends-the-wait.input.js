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
  }

  onUpdated(id) {
    console.log(id, this.rules);
  }
}

(async () => {
  new App().init().then(startListening, startListening);
})();

browser.tabs.onUpdated.addListener(async (id) => {
  await listening;
  app.onUpdated(id);
});
