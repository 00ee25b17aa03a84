class Background {
  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
  }

  show(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}

(async () => {
  const background = new Background();
  await background.init();
  chrome.tabs.onRemoved.addListener(background.show.bind(background));
})();
