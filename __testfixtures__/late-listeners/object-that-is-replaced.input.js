class Log {
  constructor() { this.init(); }
  async init() {
    this.settings = await browser.storage.local.get({ sound: true });
    browser.tabs.onCreated.addListener((tab) => this.onCreated(tab));
  }
  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}
let log = new Log();
browser.runtime.onMessage.addListener(() => { log = null; });
