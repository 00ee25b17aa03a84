class Store {
  constructor() {
    this.options = {};
    this.rules = [];
    this.optionsLoaded = this.loadOptions().catch(console.error);
    this.rulesLoaded = this.loadRules().catch(console.error);
  }

  async loadOptions() {
    this.options = await chrome.storage.sync.get({ color: 'red' });
  }

  async loadRules() {
    const { rules = [] } = await chrome.storage.local.get('rules');
    this.rules = rules;
  }
}

const store = new Store();

chrome.tabs.onUpdated.addListener(async (tabId) => {
  await store.optionsLoaded;
  await store.rulesLoaded;
  chrome.browserAction.setBadgeText({ tabId, text: String(store.rules.length) });
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: store.options.color });
});
