class Blocker {
  constructor() {
    this.hosts = [];
    this.ready = this.load();
    browser.downloads.onDeterminingFilename.addListener((item, suggest) => {
      suggest({ filename: this.hosts.includes(new URL(item.url).host) ? 'blocked' : item.filename });
    });
  }

  async load() {
    const { hosts = [] } = await browser.storage.local.get('hosts');
    this.hosts = hosts;
  }
}

new Blocker();
