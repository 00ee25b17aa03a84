const store = { last: 0 };

class Tracker {
  constructor() {
    this.onUpdated = this.onUpdated.bind(store);
  }

  async init() {
    await chrome.storage.local.get('last');
    chrome.tabs.onUpdated.addListener(this.onUpdated);
  }

  onUpdated(tabId) {
    this.last = tabId;
  }
}

const tracker = new Tracker();
tracker.init();
