export default class App {
  constructor() {
    this.init();
  }

  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.onRemoved.bind(this));
  }

  onRemoved(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}
