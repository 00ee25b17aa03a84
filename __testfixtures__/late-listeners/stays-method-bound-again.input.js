class Tracker {
  constructor() {
    this.onUpdated = this.onUpdated.bind(this);
  }

  async init() {
    const { verbose } = await chrome.storage.local.get({ verbose: false });
    if (verbose) this.onUpdated = this.log.bind(this);
    chrome.tabs.onUpdated.addListener(this.onUpdated);
  }

  log(tabId) {
    console.log(tabId);
  }

  onUpdated(tabId) {
    chrome.storage.local.set({ last: tabId });
  }
}

const tracker = new Tracker();
tracker.init();
