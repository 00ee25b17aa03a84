class Badge {
  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.show.bind(this, 'removed'));
  }

  show(text, id) {
    chrome.action.setBadgeText({ text: `${text} ${id} ${this.limit}` });
  }
}

(async () => {
  await new Badge().init();
})();
