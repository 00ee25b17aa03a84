class Base {
  constructor() {
    this.init();
  }

  async init() {
    this.settings = await chrome.storage.local.get({ sound: true });
    chrome.tabs.onCreated.addListener((tab) => this.onCreated(tab));
  }

  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}

class Loud extends Base {
  onCreated(tab) {
    console.warn(this.settings, tab.id);
  }
}

new Base();
new Loud();
