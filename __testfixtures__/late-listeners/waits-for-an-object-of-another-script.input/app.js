class App {
  constructor() {
    this.limit = 0;
    this.onAlarm = this.onAlarm.bind(this);
  }

  async init() {
    const { limit } = await chrome.storage.local.get({ limit: 3 });
    this.limit = limit;
    chrome.tabs.onRemoved.addListener(this.onRemoved.bind(this));
    chrome.alarms.onAlarm.addListener(this.onAlarm);
    chrome.tabs.onCreated.addListener((tab) => {
      this.show(tab.id);
    });
  }

  onRemoved(id) {
    this.show(id);
  }

  onAlarm({ name }) {
    this.show(name);
  }

  show(text) {
    chrome.action.setBadgeText({ text: `${text} ${this.limit}` });
  }
}
