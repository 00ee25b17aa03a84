class Settings {
  constructor() {
    this.options = {};
    this.ready = this.load().catch(console.error);
  }

  async load() {
    this.options = await chrome.storage.local.get({ color: 'red' });
  }
}

export const settings = new Settings();
