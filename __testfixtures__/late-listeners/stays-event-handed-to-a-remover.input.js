class Badge {
  constructor() {
    this.show = this.show.bind(this);
  }

  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.show);
  }

  show(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
    off(chrome.tabs.onRemoved, this.show);
  }
}

function off(event, listener) {
  event.removeListener(listener);
}

(async () => {
  await new Badge().init();
})();
