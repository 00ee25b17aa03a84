class Counter {
  constructor() {
    this.count = 0;
    this.ready = chrome.storage.local.get('limit').catch(() => ({}));
    chrome.tabs.onCreated.addListener(async () => {
      await this.ready;
      this.count++;
    });
    chrome.tabs.onRemoved.addListener(() => {
      this.count--;
      chrome.action.setBadgeText({ text: String(this.count) });
    });
  }
}
const counter = new Counter();
