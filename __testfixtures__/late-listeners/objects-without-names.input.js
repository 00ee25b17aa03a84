class Watch {
  constructor(name) {
    this.name = name;
    this.init();
  }

  async init() {
    this.settings = await chrome.storage.local.get(this.name);
    chrome.tabs.onCreated.addListener((tab) => console.log(this.settings, tab.id));
  }
}

new Watch("a");
new Watch("b");
