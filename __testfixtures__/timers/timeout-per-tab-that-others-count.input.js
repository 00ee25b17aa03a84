class Sleeper {
  constructor() {
    this.timers = {};
    chrome.tabs.onUpdated.addListener((tabId) => this.touch(tabId));
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(Object.keys(this.timers).length));
  }

  touch(tabId) {
    clearTimeout(this.timers[tabId]);
    this.timers[tabId] = setTimeout(() => chrome.tabs.discard(tabId), 10 * 60 * 1000);
  }
}

const sleeper = new Sleeper();
