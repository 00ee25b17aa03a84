(function () {
  let startListening;
  const listening = new Promise((resolve) => {
    startListening = resolve;
  });

  const app = {
    pages: [],
    async init() {
      this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
      startListening();
    },
    scan({ name }) {
      for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
    },
    forget(id) {
      chrome.action.setBadgeText({ text: `${this.pages.length} ${id}` });
    }
  };

  chrome.alarms.onAlarm.addListener(async (alarm) => {
    await listening;
    app.scan(alarm);
  });
  chrome.tabs.onRemoved.addListener(async (id) => {
    await listening;
    app.forget(id);
  });
  app.init();
})();
