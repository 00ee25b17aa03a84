(function () {
  const app = {
    pages: [],
    async init() {
      this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
      chrome.alarms.onAlarm.addListener((alarm) => this.scan(alarm));
      chrome.tabs.onRemoved.addListener((id) => app.forget(id));
    },
    scan({ name }) {
      for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
    },
    forget(id) {
      chrome.action.setBadgeText({ text: `${this.pages.length} ${id}` });
    }
  };
  app.init();
})();
