let theLog;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class Log {
  constructor() { this.init(); }
  async init() {
    this.settings = await browser.storage.local.get({ sound: true });
    theLog = this;
    startListening();
  }
  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}

browser.tabs.onCreated.addListener(async (tab) => {
  await listening;
  theLog.onCreated(tab);
});
let log = new Log();
browser.runtime.onMessage.addListener(() => { log = null; });
