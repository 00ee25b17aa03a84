class Watcher {
  constructor() {
    this.rules = [];
  }

  async start() {
    const { rules } = await chrome.storage.local.get({ rules: [] });
    this.rules = rules;
  }

  async onCreated(tab) {
    await settingsLoaded;
    this.check(tab.id, tab.pendingUrl);
  }

  check(id, url) {
    if (this.rules.some((rule) => url.includes(rule))) chrome.tabs.sendMessage(id, 'match');
  }
}

const watcher = new Watcher();
const settingsLoaded = watcher.start().catch(console.error);

chrome.tabs.onCreated.addListener(watcher.onCreated.bind(watcher));
chrome.tabs.onUpdated.addListener(async (id, change) => {
  await settingsLoaded;
  if (change.url) watcher.check(id, change.url);
});
