let app = new (class {
  constructor() { this.x = 1; }
})();
class Log {
  constructor() { this.settingsLoaded = this.init().catch(console.error); }
  async init() {
    this.settings = await browser.storage.local.get({ sound: true });
  }
  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}

browser.tabs.onCreated.addListener(async (tab) => {
  await log.settingsLoaded;
  log.onCreated(tab);
});
let log = new Log();
