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

browser.browserAction.onClicked.addListener((tab) => {
  if (app) app.onUpdated(tab.id);
  browser.permissions.request({ origins: ['<all_urls>'] });
});

(async () => {
  await new App().init();
})();
