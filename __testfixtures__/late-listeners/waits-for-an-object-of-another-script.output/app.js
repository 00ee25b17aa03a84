let theApp;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class App {
  constructor() {
    this.limit = 0;
    this.onAlarm = this.onAlarm.bind(this);
  }

  async init() {
    const { limit } = await chrome.storage.local.get({ limit: 3 });
    this.limit = limit;
    theApp = this;
    startListening();
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

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  theApp.onRemoved(id);
});
chrome.alarms.onAlarm.addListener(async (...args) => {
  await listening;
  theApp.onAlarm(...args);
});
chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  theApp.show(tab.id);
});
