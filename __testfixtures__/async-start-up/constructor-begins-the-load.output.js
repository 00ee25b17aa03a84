class Badge {
  constructor() {
    this.color = 'grey';
    this.colorLoaded = this.load().catch(console.error);
    chrome.tabs.onActivated.addListener(this.show.bind(this));
  }

  load() {
    return chrome.storage.local.get({ color: 'red' }).then(({ color }) => {
      this.color = color;
    });
  }

  async show({ tabId }) {
    await this.colorLoaded;
    chrome.browserAction.setBadgeBackgroundColor({ tabId, color: this.color });
  }
}

new Badge();
