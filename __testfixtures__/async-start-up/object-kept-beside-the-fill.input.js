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
    browser.storage.local.get('rules').then((saved) => { this.rules = saved.rules; });
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

(async () => {
  await new App().init();
})();
