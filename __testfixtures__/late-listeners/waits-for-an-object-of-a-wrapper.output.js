class Background {
  async init() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
  }

  show(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

let background;
(async () => {
  background = new Background();
  await background.init();
  startListening();
})();

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  background.show(id);
});
