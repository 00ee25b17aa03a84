class Switch {
  constructor() {
    this.on = false;
    this.start();
  }
  start() {
    chrome.storage.local.get('on', ({ on }) => {
      this.on = on === true;
      chrome.tabs.onCreated.addListener((tab) => this.made(tab));
    });
  }
  made(tab) {
    if (this.on) chrome.tabs.remove(tab.id);
  }
}
class Browser {
  start() {
    chrome.tabs.query({}, () => {
      chrome.tabs.onRemoved.addListener((tabId) => this.gone(tabId));
    });
  }
  gone(tabId) {
    chrome.tabs.create({ openerTabId: tabId });
  }
}
new Switch();
new Browser().start();
