class TabLog {
  async start() {
    this.settings = await browser.storage.local.get({ sound: true });
  }

  onCreated(tab) {
    if (this.settings.sound) console.log(tab.id);
  }
}

const tabLog = new TabLog();
const settingsLoaded = tabLog.start().catch((error) => console.error("start", error));
browser.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  tabLog.onCreated(tab);
});
