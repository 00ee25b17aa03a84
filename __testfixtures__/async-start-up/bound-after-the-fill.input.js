class Watcher {
  constructor() {
    this.rules = [];
  }

  async start() {
    const { rules } = await chrome.storage.local.get({ rules: [] });
    this.rules = rules;
    chrome.tabs.onCreated.addListener(this.onCreated.bind(this));
    chrome.tabs.onUpdated.addListener((id, change) => {
      if (change.url) this.check(id, change.url);
    });
  }

  onCreated(tab) {
    this.check(tab.id, tab.pendingUrl);
  }

  check(id, url) {
    if (this.rules.some((rule) => url.includes(rule))) chrome.tabs.sendMessage(id, 'match');
  }
}

const watcher = new Watcher();
watcher.start();
