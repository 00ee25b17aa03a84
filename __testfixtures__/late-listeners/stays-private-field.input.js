class Watcher {
  #sites = [];

  async start() {
    this.#sites = (await chrome.storage.local.get({ sites: [] })).sites;
    chrome.tabs.onCreated.addListener((tab) => {
      if (this.#sites.includes(tab.url)) chrome.tabs.sendMessage(tab.id, 'known');
    });
  }
}

const watcher = new Watcher();
watcher.start();
