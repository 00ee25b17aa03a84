class Store {
  constructor() {
    this.options = {};
    this.rules = [];
    this.loadOptions();
    this.loadRules();
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

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.browserAction.setBadgeText({ tabId, text: String(store.rules.length) });
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: store.options.color });
});
