class Tracker {
  tabs = {};
  constructor() {
    this.seen = 0;
  }
  remember(tab) {
    this.tabs[tab.id] = tab.url;
    this.seen++;
  }
}

class Manager extends Tracker {
  current = null;
  start() {
    browser.tabs.onActivated.addListener(({ tabId }) => { this.current = tabId; });
    browser.tabs.onUpdated.addListener((id, changes, tab) => this.remember(tab));
    browser.runtime.onMessage.addListener((message) => Promise.resolve({ url: this.tabs[message.id], current: this.current, seen: this.seen }));
  }
}

new Manager().start();
