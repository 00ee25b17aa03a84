class Badge {
  constructor() {
    this.color = 'grey';
    this.load();
    chrome.tabs.onActivated.addListener(this.show.bind(this));
  }

  load() {
    chrome.storage.local.get({ color: 'red' }, ({ color }) => {
      this.color = color;
    });
  }

  show({ tabId }) {
    chrome.browserAction.setBadgeBackgroundColor({ tabId, color: this.color });
  }
}

new Badge();
