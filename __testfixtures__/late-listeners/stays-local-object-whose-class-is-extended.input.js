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

class Other extends App {
  onRemoved(id) {
    console.log(id);
  }
}

(async () => {
  await new Other('one').init();
  await new App('two').init();
})();
