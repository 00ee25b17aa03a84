class Rules {
  constructor() {
    this.list = [];
    this.ready = this.load();
  }

  async load() {
    const response = await fetch('https://rules.example/list.json');
    this.list = await response.json();
  }
}

const rules = new Rules();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeText({ tabId, text: String(rules.list.length) });
});
