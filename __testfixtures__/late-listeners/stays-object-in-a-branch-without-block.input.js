class Badge {
  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    if (this.limit > 2) chrome.tabs.onRemoved.addListener(this.show.bind(this));
  }

  start() {
    chrome.storage.local.get({ sound: true }).then(({ sound }) => chrome.alarms.onAlarm.addListener((alarm) => this.show(alarm.name)));
  }

  show(text) {
    chrome.action.setBadgeText({ text: `${text} ${this.limit}` });
  }
}

(() => {
  const badge = new Badge();
  badge.init();
  badge.start();
})();
