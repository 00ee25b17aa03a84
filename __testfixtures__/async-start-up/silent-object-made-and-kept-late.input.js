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
(async () => {
  app = new App();
  await app.init();
  startListening();
})();

browser.tabs.onUpdated.addListener(async (id) => {
  await listening;
  app.onUpdated(id);
});
