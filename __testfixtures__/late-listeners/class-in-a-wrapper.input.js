(() => {
  class Scanner {
    pages = [];

    async init() {
      this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
      chrome.alarms.onAlarm.addListener((alarm) => this.scan(alarm));
    }

    scan({ name }) {
      for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
    }
  }

  const scanner = new Scanner();
  scanner.init();
})();
