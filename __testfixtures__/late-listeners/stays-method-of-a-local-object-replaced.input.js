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
  const app = new App('one');
  await app.init();
  app.onRemoved = () => chrome.action.setBadgeText({ text: '' });
})();
