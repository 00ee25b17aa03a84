class Tracker {
  constructor() {
    this.onUpdated = this.onUpdated.bind(this);
    this.onRemoved = this.onRemoved.bind(this);
    this.counts = {};
  }
  async init() {
    const { prefix } = await browser.storage.local.get({ prefix: '' });
    this.prefix = prefix;
    browser.tabs.onUpdated.addListener(this.onUpdated);
    browser.tabs.onRemoved.addListener(this.onRemoved);
  }
  onUpdated(tabId, info) {
    if (info.title) browser.browserAction.setTitle({ tabId, title: this.prefix + info.title });
  }
  onRemoved(tabId) {
    browser.storage.local.remove(`tab-${tabId}`);
  }
}
const tracker = new Tracker();
tracker.init();
