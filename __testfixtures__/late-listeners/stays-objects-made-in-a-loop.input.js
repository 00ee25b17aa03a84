class App {
  constructor(name) {
    this.name = name;
  }

  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.onRemoved.bind(this));
  }

  onRemoved(id) {
    chrome.action.setBadgeText({ text: `${this.name} ${id} ${this.limit}` });
  }
}

(async () => {
  for (const name of ['one', 'two']) {
    const app = new App(name);
    await app.init();
  }
})();
