class Background {
  show(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}

(async () => {
  let background = new Background();
  background.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
  chrome.tabs.onRemoved.addListener(background.show.bind(background));
  background = new Background();
})();
