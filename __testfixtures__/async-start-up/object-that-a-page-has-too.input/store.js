const Store = {
  async load() {
    const { feeds } = await browser.storage.local.get({ feeds: [] });
    this.feeds = feeds;
  },
  first() {
    return this.feeds[0];
  },
};
