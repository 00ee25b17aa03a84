class Recency {
  constructor() {
    this.current = -1;
  }

  register(tabId) {
    this.current = tabId;
  }
}

const utils = {
  recency: new Recency(),

  show() {
    console.log(this.recency.current);
  },
};
chrome.tabs.onActivated.addListener(({ tabId }) => utils.recency.register(tabId));
chrome.tabs.onRemoved.addListener(() => {
  utils.recency = { current: 0, register() {} };
});
chrome.browserAction.onClicked.addListener(() => utils.show());
