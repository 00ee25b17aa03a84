class Tracker {
  constructor() {
    this.onUpdated = this.onUpdated.bind(this);
    this.onRemoved = this.onRemoved.bind(this);
    this.counts = {};
  }
  async init() {
    const { prefix } = await browser.storage.local.get({ prefix: '' });
    this.prefix = prefix;
  }
  async onUpdated(tabId, info) {
    await settingsLoaded;
    if (info.title) browser.browserAction.setTitle({ tabId, title: this.prefix + info.title });
  }
  onRemoved(tabId) {
    browser.storage.local.remove(`tab-${tabId}`);
  }
}
const tracker = new Tracker();
const settingsLoaded = tracker.init().catch(console.error);
browser.tabs.onUpdated.addListener(tracker.onUpdated);
browser.tabs.onRemoved.addListener(tracker.onRemoved);
