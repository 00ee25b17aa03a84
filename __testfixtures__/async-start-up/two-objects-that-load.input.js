class Area {
  constructor(area) {
    this.items = {};
    area.get(null, (items) => {
      this.items = items;
    });
  }
}

const local = new Area(chrome.storage.local);
const synced = new Area(chrome.storage.sync);

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: local.items.color || synced.items.color });
});
