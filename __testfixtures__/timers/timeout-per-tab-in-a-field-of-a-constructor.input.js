class Sleeper {
  constructor() {
    this.timers = {};
    chrome.tabs.onUpdated.addListener((tabId) => this.touch(tabId));
    chrome.tabs.onRemoved.addListener((tabId) => this.forget(tabId));
  }

  touch(tabId) {
    clearTimeout(this.timers[tabId]);
    this.timers[tabId] = setTimeout(() => chrome.tabs.discard(tabId), 10 * 60 * 1000);
  }

  forget(tabId) {
    clearTimeout(this.timers[tabId]);
    delete this.timers[tabId];
  }
}

const sleeper = new Sleeper();
