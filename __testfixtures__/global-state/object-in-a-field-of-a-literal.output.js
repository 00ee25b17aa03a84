class Recency {
  constructor() {
    this.current = -1;
    this.order = {};
    chrome.tabs.onActivated.addListener(async ({ tabId }) => {
      await stateRestored;
      this.register(tabId);
    });
    chrome.tabs.onRemoved.addListener(async (tabId) => {
      await stateRestored;
      this.forget(tabId);
    });
  }

  register(tabId) {
    this.order[tabId] = true;
    this.current = tabId;
    chrome.storage.session.set({ current: this.current, order: this.order });
  }

  forget(tabId) {
    delete this.order[tabId];
    chrome.storage.session.set({ order: this.order });
  }
}

const utils = {
  recency: new Recency(),

  log() {
    console.log(this.recency.current, Object.keys(utils.recency.order));
  },
};
const stateRestored = chrome.storage.session.get({ current: utils.recency.current, order: utils.recency.order }).then((saved) => {
  utils.recency.current = saved.current;
  utils.recency.order = saved.order;
}).catch(console.error);
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  utils.log();
});
