class App {
  constructor(name) {
    this.name = name;
    this.onRemoved = this.onRemoved.bind(this);
  }

  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.onRemoved);
  }

  stop() {
    chrome.tabs.onRemoved.removeListener(this.onRemoved);
  }

  onRemoved(id) {
    chrome.action.setBadgeText({ text: `${this.name} ${id} ${this.limit}` });
  }
}

(async () => {
  const app = new App('one');
  await app.init();
})();
