let app;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

export default class App {
  constructor() {
    this.init();
  }

  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    app = this;
    startListening();
  }

  onRemoved(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  app.onRemoved(id);
});
