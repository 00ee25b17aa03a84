class Recency {
  constructor() {
    this.current = -1;
    this.order = {};
    chrome.tabs.onActivated.addListener(({ tabId }) => this.register(tabId));
    chrome.tabs.onRemoved.addListener((tabId) => this.forget(tabId));
  }

  register(tabId) {
    this.order[tabId] = true;
    this.current = tabId;
  }

  forget(tabId) {
    delete this.order[tabId];
  }
}

const utils = {
  recency: new Recency(),

  log() {
    console.log(this.recency.current, Object.keys(utils.recency.order));
  },
};
chrome.browserAction.onClicked.addListener(() => utils.log());
