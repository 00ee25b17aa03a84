class TabLog {
  async start() {
    this.settings = await browser.storage.local.get({ sound: true });
    browser.tabs.onCreated.addListener((tab) => this.onCreated(tab));
  }

  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}

new TabLog().start().catch((error) => console.error("start", error));
