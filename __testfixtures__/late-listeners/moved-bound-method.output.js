const tracker = {
  sites: [],

  async onUpdated(id, change) {
    await settingsLoaded;
    if (change.url && this.sites.includes(change.url)) chrome.tabs.sendMessage(id, 'known');
  },

  onCommitted: async function ({ tabId, url }) {
    await settingsLoaded;
    if (this.sites.includes(url)) chrome.tabs.sendMessage(tabId, 'committed');
  },
};

class Badge {
  static onActivated({ tabId }) {
    chrome.browserAction.setBadgeText({ tabId, text: '*' });
  }
}

async function start() {
  const { sites } = await chrome.storage.local.get({ sites: [] });
  tracker.sites = sites;
}

const settingsLoaded = start().catch(console.error);
chrome.tabs.onUpdated.addListener(tracker.onUpdated.bind(tracker));
chrome.webNavigation.onCommitted.addListener(tracker.onCommitted.bind(tracker), { url: [{ schemes: ['https'] }] });
chrome.tabs.onActivated.addListener(Badge.onActivated);
